#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Every report format, read by programs that are not ours: the same kept results are rendered in each."""

import csv
import html.parser
import json
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import e2etest
import rollcall

try:
    import openpyxl
except ImportError:
    openpyxl = None

HOSTILE = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "]]> --> &lt; &",
    "| `a` *b* _c_ [d](e) # \\", "a,b;c\td|e \"quoted\" \"", "two\r\nlines\nand\u2028more", "=1+1", "+1", "-1", "@SUM(A1)",
    "\t=1", "_x0041_ and _x000D_", "\u202e\u05e9\u05dc\u05d5\u05dd", "Z\u00fcrich \u6771\u4eac \U0001f6f0",
    "a\0b\x1b[31m\uffff", " blanks  ",
]
VOID_ELEMENTS = {"meta", "input", "link", "br"}


def result(url, **values):
    """One line of a report in JSON lines, all of its keys in their order."""
    line = {
        "url": url, "final_url": url, "outcome": "ok", "status": 200, "error": None, "message": None,
        "body_bytes": 12345, "wire_bytes": 2345, "content_type": "text/html", "redirects": [], "http_version": "1.1",
        "attempts": 1, "queue_ms": 0.3, "dns_ms": None, "connect_ms": 1.5, "tls_ms": None, "first_byte_ms": 20.0,
        "total_ms": 99.9, "remote_ip": "127.0.0.1", "tls_version": None,
        "certificate_expires": "2030-12-31T23:59:59.000Z", "body_sha256": "a" * 64,
        "started_at": "2025-02-03T04:05:06.007Z", "connection_reused": None, "certificate_issuer": None,
        "page_title": "A title"}
    line.update(values)
    return line


def no_answer(url, error, outcome="failed"):
    return result(url, outcome=outcome, error=error, final_url=None, status=None, body_bytes=None, wire_bytes=None,
                  content_type=None, http_version=None, total_ms=None, body_sha256=None, remote_ip=None)


def sample_results():
    hop = {"url": "http://moved.example/", "status": 301, "ms": 12.5}
    lines = [result("http://good.example/?a=1&b=2"),
             result("https://moved.example/", outcome="warning", redirects=[hop]),
             result("http://bad.example/", outcome="failed", status=500, error="http-server-error"),
             no_answer("http://refused.example/", "connection-refused"),
             no_answer("http://never.example/", "cancelled", outcome="cancelled")]
    lines += [result(f"http://hostile.example/{number}", content_type=text, outcome="failed", status=404,
                     error="http-client-error", final_url=f"http://hostile.example/{text}")
              for number, text in enumerate(HOSTILE)]
    return lines


class Page(html.parser.HTMLParser):
    """Collects a page's elements and the cells of its table; every element must be closed by its own end."""

    def __init__(self, text):
        super().__init__()
        self.open, self.elements, self.attributes, self.rows = [], [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append(tag)
        self.attributes += [name for name, _ in attrs]
        if tag not in VOID_ELEMENTS:
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            raise AssertionError(f"</{tag}> at {self.getpos()} closes nothing")

    def handle_data(self, data):
        if "td" in self.open or "th" in self.open:
            self.rows[-1][-1] += data


def without_controls(text):
    """What a format that has no place for control characters makes of them."""
    return "".join("\ufffd" if (ord(c) < 32 and c not in "\t\r\n") or ord(c) in (0x7f, 0xfffe, 0xffff) else c
                   for c in text)


class Reports(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.folder = Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        cls.kept = cls.folder / "kept.jsonl"
        cls.results = sample_results()
        # The messages are ours: a first rendering fills them in.
        cls.kept.write_text("".join(json.dumps(line) + "\n" for line in cls.results), encoding="utf-8")
        cls.kept.write_bytes(cls.render("jsonl").read_bytes())

    @classmethod
    def render(cls, report_format, *options, source=None):
        path = cls.folder / f"report.{report_format}"
        done = rollcall.run("report", source or cls.kept, "--to", report_format, "-o", path, *options)
        if (done.returncode, done.stdout, done.stderr) != (0, "", ""):
            raise AssertionError(f"exit code {done.returncode}: {done.stdout}{done.stderr}")
        return path

    def test_json_lines_come_back_as_they_were(self):
        written = self.render("jsonl").read_bytes()
        self.assertEqual(written, self.kept.read_bytes())
        for line, kept in zip(written.decode().split("\n"), self.results):
            read = json.loads(line)
            self.assertEqual({**read, "message": None}, kept)
            self.assertEqual(read["message"] is None, kept["error"] is None)

    def test_csv_is_read_by_pythons_csv(self):
        for separator, character in ((",", ","), (";", ";"), ("|", "|"), ("tab", "\t")):
            path = self.render("csv", "--csv-separator", separator, "--csv-raw", "--csv-bom")
            with open(path, encoding="utf-8-sig", newline="") as file:
                rows = list(csv.DictReader(file, delimiter=character, strict=True))
            self.assertEqual([row["url"] for row in rows], [line["url"] for line in self.results])
            self.assertEqual([row["content_type"] for row in rows[-len(HOSTILE):]],
                             [text.replace("\0", "\ufffd") for text in HOSTILE])
            self.assertEqual((rows[0]["total_ms"], rows[0]["dns_ms"], rows[1]["redirects"]), ("99.9", "", "1"))

    def test_csv_defuses_formulas_and_takes_columns(self):
        path = self.render("csv", "--columns", "content_type,status")
        with open(path, encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file, strict=True))
        self.assertEqual(rows[:2], [["content_type", "status"], ["text/html", "200"]])
        defused = [row[0] for row in rows if row[0].startswith("'")]
        self.assertEqual(defused, ["' onmouseover='alert(1)", "'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\t=1"])

    @unittest.skipUnless(openpyxl, "needs python3-openpyxl")
    def test_xlsx_is_read_by_openpyxl(self):
        done = rollcall.run("report", self.kept, "--to", "xlsx", "-o", self.folder / "report.xlsx")
        if "is not built in" in done.stderr:
            self.skipTest(done.stderr)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        sheet = openpyxl.load_workbook(self.folder / "report.xlsx").active
        rows = list(sheet.iter_rows(values_only=True))
        cells = [dict(zip(rows[0], row)) for row in rows[1:]]
        self.assertEqual(list(rows[0]), list(self.results[0]))
        self.assertEqual([cell["url"] for cell in cells], [line["url"] for line in self.results])
        good = cells[0]
        self.assertEqual((good["status"], good["total_ms"], good["dns_ms"], good["redirects"]), (200, 99.9, None, 0))
        self.assertEqual(good["started_at"].isoformat(timespec="milliseconds"), "2025-02-03T04:05:06.007")
        # openpyxl leaves "_x005F_" as it stands in the file, where Excel shows "_".
        expected = [without_controls(text.replace("\r\n", "\n")) for text in HOSTILE]
        self.assertEqual([cell["content_type"].replace("_x005F_", "_") for cell in cells[-len(HOSTILE):]], expected)
        self.assertEqual({cell.data_type for row in sheet.iter_rows() for cell in row} - {"s", "n", "d", "inlineStr"},
                         set(), "no formula, no error")
        self.assertEqual((sheet.freeze_panes, sheet.auto_filter.ref), ("A2", sheet.dimensions))

    def test_html_is_well_formed_and_hostile_text_is_inert(self):
        page = Page(self.render("html").read_text(encoding="utf-8"))
        self.assertEqual(page.open, [])
        self.assertEqual(page.elements.count("script"), 1)
        self.assertEqual(set(page.elements) & {"img", "iframe", "object", "embed", "base", "form"}, set())
        self.assertEqual([name for name in page.attributes if name.startswith("on") or name == "src"], [])
        self.assertEqual(len(page.rows), 1 + len(self.results))
        self.assertEqual(page.rows[0], ["Outcome", "URL", "HTTP", "Bytes", "Time", "Message"])
        self.assertEqual(page.rows[1][:5], ["OK", "http://good.example/?a=1&b=2", "200", "12.1 KiB", "100 ms"])
        self.assertEqual(page.rows[4][2:4], ["", ""])

    def test_junit_keeps_to_the_common_schemas(self):
        suites = ElementTree.parse(self.render("junit")).getroot()
        self.assertEqual((suites.tag, suites.attrib, [suite.tag for suite in suites]), ("testsuites", {}, ["testsuite"]))
        suite = suites[0]
        self.assertEqual(set(suite.attrib), {"name", "package", "id", "hostname", "timestamp", "tests", "failures",
                                             "errors", "skipped", "time"})
        self.assertRegex(suite.get("timestamp"), r"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\Z")
        self.assertEqual([child.tag for child in suite],
                         ["properties"] + ["testcase"] * len(self.results) + ["system-out", "system-err"])
        cases = suite.findall("testcase")
        for case in cases:
            self.assertEqual(set(case.attrib), {"name", "classname", "time"})
            self.assertGreaterEqual(float(case.get("time")), 0)
            self.assertLessEqual(len(case), 1)
        self.assertEqual([case.get("name") for case in cases], [line["url"] for line in self.results])
        verdicts = [case[0].tag if len(case) else "" for case in cases]
        self.assertEqual(verdicts, ["", "", "failure", "error", "skipped"] + ["failure"] * len(HOSTILE))
        self.assertEqual(cases[3][0].get("type"), "connection-refused")
        for attribute, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            self.assertEqual(int(suite.get(attribute)), verdicts.count(tag))
        self.assertEqual(int(suite.get("tests")), len(cases))

    @unittest.skipUnless(shutil.which("xmllint"), "needs xmllint, of Debian's libxml2-utils")
    def test_junit_is_valid_by_its_schema(self):
        schema = Path(__file__).with_name("junit.xsd")
        done = subprocess.run(["xmllint", "--noout", "--nonet", "--schema", schema, self.render("junit")],
                              capture_output=True, text=True, check=False, timeout=60)
        self.assertEqual((done.returncode, done.stderr.endswith(" validates\n")), (0, True), done.stderr)

    @unittest.skipUnless(shutil.which("promtool"), "needs promtool, of Debian's prometheus")
    def test_prometheus_is_accepted_by_promtool(self):
        hostile = self.folder / "hostile.jsonl"
        hostile.write_text("".join(json.dumps(result("http://a.example/" + text)) + "\n" for text in HOSTILE * 2),
                           encoding="utf-8")
        for source, urls in ((self.kept, len(self.results) - 1), (hostile, len(HOSTILE))):
            text = self.render("prometheus", source=source).read_bytes()
            done = subprocess.run(["promtool", "check", "metrics"], input=text, capture_output=True, check=False,
                                  timeout=60)
            self.assertEqual((done.returncode, done.stdout, done.stderr), (0, b"", b""))
            self.assertEqual(text.count(b"\nprobe_success{"), urls)

    def test_markdown_has_one_row_a_result(self):
        lines = self.render("markdown").read_text(encoding="utf-8").split("\n")
        self.assertEqual(lines[2], "| ok | <http://good.example/?a=1&b=2> | 200 | 12345 | 99.9 |  |")
        self.assertEqual(len([line for line in lines if line.startswith("| ")]), 2 + len(self.results))

    def test_failures_and_sitemap_hold_the_two_sides(self):
        lines = self.render("failures").read_text(encoding="utf-8").splitlines()
        self.assertEqual([line for line in lines if not line.startswith("# ")],
                         [line["url"] for line in self.results if line["outcome"] == "failed"])
        sitemap = ElementTree.parse(self.render("sitemap")).getroot()
        self.assertEqual([url.text for url in sitemap.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")],
                         ["http://good.example/?a=1&b=2", "https://moved.example/"])

    def test_a_check_writes_every_format_at_once(self):
        formats = ["csv", "jsonl", "html", "markdown", "junit", "prometheus", "failures", "sitemap"]
        options = [word for name in formats for word in (f"--{name}", self.folder / f"check.{name}")]
        done = rollcall.run("check", "--quiet", "--retries", "0", *options, "http://127.0.0.1:1/")
        self.assertEqual((done.returncode, done.stderr), (1, ""))
        again = self.folder / "again.csv"
        rollcall.run("report", self.folder / "check.jsonl", "--to", "csv", "-o", again)
        self.assertEqual(again.read_bytes(), (self.folder / "check.csv").read_bytes())
        self.assertIn("http://127.0.0.1:1/", (self.folder / "check.failures").read_text(encoding="utf-8"))

    def test_lines_that_are_no_results_are_named(self):
        broken = self.folder / "broken.jsonl"
        broken.write_text(json.dumps(self.results[0]) + "\n\nnonsense\n" + json.dumps(self.results[1])[:50],
                          encoding="utf-8")
        done = rollcall.run("report", broken, "--to", "failures")
        self.assertEqual((done.returncode, done.stdout), (1, "# No URL failed.\n"))
        notes = done.stderr.splitlines()
        self.assertEqual([note.split(": ")[0] for note in notes], [f"{broken}:3", f"{broken}:4"])

    def test_what_cannot_be_read_or_written_is_one_sentence(self):
        empty = self.folder / "empty.jsonl"
        empty.write_text("", encoding="utf-8")
        for arguments, naming in (((empty, "--to", "csv"), "There is no result in"),
                                  ((self.folder / "missing.jsonl", "--to", "csv"), "missing.jsonl"),
                                  ((self.kept, "--to", "docx"), "--to takes one of csv, jsonl,"),
                                  ((self.kept,), "--to takes one of"),
                                  ((self.kept, "--to", "csv", "--columns", "url,colour"), "names of columns"),
                                  ((self.kept, "--to", "csv", "-o", self.kept), "would overwrite"),
                                  ((self.kept, "--to", "csv", "-o", self.folder / "no" / "file"), "file"),
                                  ((self.kept, self.kept, "--to", "csv"), "needs one file")):
            done = rollcall.run("report", *arguments)
            self.assertEqual(done.returncode, 2, done.stderr)
            self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
            self.assertIn(naming, done.stderr)


if __name__ == "__main__":
    e2etest.main()
