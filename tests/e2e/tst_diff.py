#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Two runs of one list, between which the server changed, and what `diff` tells of it."""

import csv
import io
import json
import tempfile
import threading
import unittest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import e2etest
import rollcall

PAGES = {
    "/same": [(200, "same"), (200, "same")],
    "/breaks": [(200, "well"), (500, "oops")],
    "/mended": [(404, "nothing"), (200, "here")],
    "/broken": [(404, "nothing"), (410, "gone")],
    "/grows": [(200, "x" * 100), (200, "x" * 1000)],
    "/edited": [(200, "<title>Old</title>"), (200, "<title>New</title>")],
    "/moves": [(301, "/same"), (301, "/grows")],
}
EXPECTED = {
    "/breaks": "newly-broken", "/broken": "still-broken", "/mended": "repaired", "/grows": "size content",
    "/edited": "title content", "/moves": "size target content", "/added": "added", "/removed": "removed",
}


class Server(ThreadingHTTPServer):
    daemon_threads = True
    run = 0


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        status, text = PAGES.get(self.path, [(200, "listed once")] * 2)[self.server.run]
        body = b"" if status == 301 else text.encode()
        self.send_response(status)
        if status == 301:
            self.send_header("Location", text)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Diff(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        server = cls.enterClassContext(Server(("127.0.0.1", 0), Handler))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        cls.addClassCleanup(server.shutdown)
        cls.url = f"http://127.0.0.1:{server.server_address[1]}"
        for run, single in enumerate(("/removed", "/added")):
            server.run = run
            urls = cls.folder / "urls.txt"
            urls.write_text("".join(f"{cls.url}{path}\n" for path in [*PAGES, single]), encoding="utf-8")
            rollcall.run("check", "--quiet", "--retries", "0", "--jsonl", cls.folder / f"{run}.jsonl", urls)
        cls.runs = (cls.folder / "0.jsonl", cls.folder / "1.jsonl")

    def diff(self, *options):
        return rollcall.run("diff", *self.runs, "--ignore", "slower", *options)

    def test_text_for_people(self):
        done = self.diff()
        self.assertEqual((done.returncode, done.stderr), (1, ""))
        lines = done.stdout.splitlines()
        self.assertIn(f"newly broken         {self.url}/breaks  Server error: HTTP 500, HTTP 200 before", lines)
        self.assertIn(f"another size         {self.url}/grows  1000 bytes, 100 before (+900 %)", lines)
        self.assertIn(f'another title        {self.url}/edited  "New", "Old" before', lines)
        self.assertIn(f"leads elsewhere      {self.url}/moves  {self.url}/grows, {self.url}/same before", lines)
        self.assertTrue(lines[0].startswith("newly broken"))
        self.assertTrue(lines[-1].startswith("9 URLs: 1 newly broken, 1 still broken, 1 repaired, 1 added, 1 removed"))

    def test_tables_have_every_change(self):
        expected = {self.url + path: change for path, change in EXPECTED.items()}
        rows = list(csv.DictReader(io.StringIO(self.diff("--to", "csv").stdout, newline=""), strict=True))
        self.assertEqual({row["url"]: row["change"] for row in rows}, expected)
        lines = [json.loads(line) for line in self.diff("--to", "jsonl").stdout.splitlines()]
        self.assertEqual({line["url"]: line["change"] for line in lines}, expected)
        broken = next(line for line in lines if line["change"] == "newly-broken")
        self.assertEqual((broken["status_before"], broken["status"], broken["error_before"], broken["error"]),
                         (200, 500, None, "http-server-error"))
        page = self.folder / "diff.html"
        self.assertEqual(self.diff("--to", "html", "-o", page).returncode, 1)
        self.assertEqual(page.read_text(encoding="utf-8").count("<tr data-o="), len(EXPECTED))
        markdown = self.diff("--to", "markdown").stdout
        self.assertEqual(sum(line.startswith("| <http") for line in markdown.splitlines()), len(EXPECTED))

    def test_exit_codes(self):
        same = rollcall.run("diff", self.runs[0], self.runs[0])
        self.assertEqual((same.returncode, same.stderr), (0, ""))
        self.assertTrue(same.stdout.endswith("8 URLs: 2 still broken, 6 unchanged\n"), same.stdout)
        ignored = self.diff("--ignore", "newly-broken,size,target,title,content")
        self.assertEqual(ignored.returncode, 0)
        tolerant = self.diff("--size", "100000", "--to", "csv")
        self.assertNotIn("size", [word for row in csv.DictReader(io.StringIO(tolerant.stdout))
                                  for word in row["change"].split()])

    def test_what_cannot_be_compared_is_one_sentence(self):
        broken = self.folder / "broken.jsonl"
        broken.write_text(self.runs[0].read_text(encoding="utf-8") + "nonsense\n", encoding="utf-8")
        empty = self.folder / "empty.jsonl"
        empty.write_text("", encoding="utf-8")
        for arguments, naming in (((broken, self.runs[1]), f"{broken}:9: "),
                                  ((self.runs[0], empty), f'There is no result in "{empty}"'),
                                  ((self.folder / "missing", self.runs[1]), "missing"),
                                  ((self.runs[0],), "needs two files"),
                                  ((*self.runs, "--to", "docx"), "--to takes"),
                                  ((*self.runs, "-o", self.runs[1]), "would overwrite"),
                                  ((*self.runs, "-o", self.folder / "no" / "file"), "Cannot write")):
            done = rollcall.run("diff", *arguments)
            self.assertEqual((done.returncode, done.stdout), (2, ""))
            self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
            self.assertIn(naming, done.stderr)


if __name__ == "__main__":
    e2etest.main()
