#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""A redirect map: each row says where an old URL shall lead, and passes or fails, in every report."""

import json
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import e2etest
import rollcall
import servers

try:
    import openpyxl
except ImportError:
    openpyxl = None

LOCATIONS = """
    location = /old { return 301 /new; }
    location = /chain { return 301 /old; }
    location = /temporary { return 302 /new; }
    location = /elsewhere { return 301 /other; }
    location = /gone { return 410; }
    location = /new { return 200 "here"; }
    location = /other { return 200 "not here"; }
"""
# Old URL, new URL, status; outcome and error; what the message says.
ROWS = [
    ("/old", "/new", "301", "ok", "", ""),
    ("/chain", "/new", "301 Moved Permanently", "ok", "", ""),
    ("/temporary", "/new", "301", "failed", "unexpected-target", "(HTTP 302, HTTP 301 is expected)"),
    ("/elsewhere", "/new", "", "failed", "unexpected-target", "/new is expected)"),
    ("/missing", "/new", "301", "failed", "http-client-error", "/new is expected; no redirect, HTTP 301 is expected)"),
    ("/gone", "", "410", "ok", "", ""),
    ("/new", "/new", "200", "ok", "", ""),
]
FAILED = [row[0] for row in ROWS if row[3] == "failed"]


@unittest.skipIf(servers.missing_for_nginx(), servers.missing_for_nginx())
class RedirectMap(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = cls.enterClassContext(servers.nginx(LOCATIONS))
        cls.folder = Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        cls.map = cls.folder / "map.csv"
        lines = [f"{cls.server.url}{old},{new},{status}" for old, new, status, *_ in ROWS]
        cls.map.write_text("Old URL,New URL,Status\n" + "\n".join(lines) + "\n", encoding="utf-8")
        cls.kept = cls.folder / "kept.jsonl"
        cls.done = rollcall.run("check", "--retries", "0", "--redirects", "warning", "--csv", cls.folder / "kept.csv",
                                "--jsonl", cls.kept, cls.map)

    def url(self, path):
        return self.server.url + path

    def report(self, report_format):
        done = rollcall.run("report", self.kept, "--to", report_format)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout

    def test_each_row_passes_or_fails(self):
        self.assertEqual((self.done.returncode, self.done.stderr), (1, ""))
        rows = rollcall.read_csv(self.folder / "kept.csv")
        self.assertEqual([row["url"] for row in rows], [self.url(row[0]) for row in ROWS])
        for row, (old, _, _, outcome, error, message) in zip(rows, ROWS):
            with self.subTest(old=old):
                self.assertEqual((row["outcome"], row["error"]), (outcome, error))
                self.assertTrue(row["message"].endswith(message), row["message"])
                self.assertEqual(row["message"] == "", message == "")

    def test_every_report_says_so(self):
        messages = {line["url"]: line["message"] for line in map(json.loads, self.report("jsonl").splitlines())}
        self.assertEqual([url for url, message in messages.items() if message], [self.url(path) for path in FAILED])
        cases = ElementTree.fromstring(self.report("junit")).iter("testcase")
        found = {case.get("name"): case.find("failure").get("message") for case in cases if len(case)}
        self.assertEqual(found, {url: message for url, message in messages.items() if message})
        page = self.report("html")
        table = self.report("markdown").replace("\\", "")
        for path in FAILED:
            self.assertIn(messages[self.url(path)], page)
            self.assertIn(messages[self.url(path)], table)
        metrics = self.report("prometheus")
        for path, outcome in ((row[0], row[3]) for row in ROWS):
            self.assertIn(f'probe_success{{target="{self.url(path)}"}} {int(outcome == "ok")}\n', metrics)
        failures = [line for line in self.report("failures").splitlines() if not line.startswith("#")]
        self.assertEqual(failures, [self.url(path) for path in FAILED])

    @unittest.skipUnless(openpyxl, "needs python3-openpyxl")
    def test_the_workbook_says_so(self):
        path = self.folder / "report.xlsx"
        done = rollcall.run("report", self.kept, "--to", "xlsx", "-o", path)
        if "is not built in" in done.stderr:
            self.skipTest(done.stderr)
        rows = list(openpyxl.load_workbook(path).active.iter_rows(values_only=True))
        cells = [dict(zip(rows[0], row)) for row in rows[1:]]
        self.assertEqual([(cell["outcome"], cell["error"] or "") for cell in cells], [row[3:5] for row in ROWS])

    def test_a_map_survives_conversion(self):
        kept = self.folder / "map.jsonl"
        self.assertEqual(rollcall.run("convert", self.map, "--to", "jsonl", "-o", kept).returncode, 0)
        again = self.folder / "again.csv"
        self.assertEqual(rollcall.run("check", "--quiet", "--retries", "0", "--csv", again, kept).returncode, 1)
        self.assertEqual([(row["outcome"], row["error"]) for row in rollcall.read_csv(again)],
                         [row[3:5] for row in ROWS])

    def test_what_cannot_be_expected_is_named(self):
        broken = self.folder / "broken.csv"
        broken.write_text(f"old,new,status\n{self.url('/old')},http://a:b,301\n{self.url('/old')},/new,moved\n"
                          f"{self.url('/old')},/new,301\n", encoding="utf-8")
        done = rollcall.run("convert", broken, "--to", "plain")
        self.assertEqual((done.returncode, done.stdout), (1, self.url("/old") + "\n"))
        self.assertEqual([note.split(": ")[0] for note in done.stderr.splitlines()], [f"{broken}:2", f"{broken}:3"])


if __name__ == "__main__":
    e2etest.main()
