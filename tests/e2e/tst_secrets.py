#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Passwords and tokens in URLs go to the server, and into no table, report or message unless it is asked for."""

import tempfile
import unittest
from pathlib import Path

import e2etest
import rollcall
from faultyserver import FaultyServer

SECRETS = ("open-sesame", "0a1b2c3d4e5f6a7b8c9d")
TEXT_FORMATS = ("csv", "jsonl", "html", "markdown", "junit", "prometheus", "failures", "sitemap")


class Secrets(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        cls.server = cls.enterClassContext(FaultyServer())
        host = cls.server.url.removeprefix("http://")
        cls.urls = [f"http://user:{SECRETS[0]}@{host}/ok?api_key={SECRETS[0]}&page=2",
                    f"http://{host}/closed?x={SECRETS[1]}",
                    f"http://user:{SECRETS[0]}@{host}/to-file?token={SECRETS[0]}"]
        cls.list = cls.folder / "list.txt"
        cls.list.write_text("\n".join([*cls.urls, f"http://user:{SECRETS[0]}@bad host/"]) + "\n")

    def check(self, *options):
        return rollcall.run("check", "--retries", "0", *options, self.list)

    def assert_kept(self, text):
        for secret in SECRETS:
            self.assertNotIn(secret, text)

    def test_the_table_and_the_messages_keep_them(self):
        done = self.check()
        self.assertEqual(done.returncode, 1)
        self.assertIn("user:***@", done.stdout)
        self.assertIn("api_key=***&page=2", done.stdout)
        self.assertIn("list.txt:4:", done.stderr)
        self.assert_kept(done.stdout + done.stderr)

    def test_every_report_keeps_them(self):
        files = {name: self.folder / f"report.{name}" for name in TEXT_FORMATS}
        self.check(*(part for name, file in files.items() for part in (f"--{name}", file)))
        for name, file in files.items():
            with self.subTest(format=name):
                text = file.read_text()
                self.assertIn("***", text)
                self.assert_kept(text)

    def test_they_are_shown_when_asked_for(self):
        self.assertIn(self.urls[0], self.check("--show-secrets").stdout)
        rows = self.folder / "rows.csv"
        kept = self.folder / "kept.jsonl"
        self.check("--show-secrets", "--csv", rows, "--jsonl", kept)
        self.assertEqual([row["url"] for row in rollcall.read_csv(rows)], self.urls)
        self.assert_kept(rollcall.run("report", kept, "--to", "csv").stdout)
        self.assertIn(SECRETS[0], rollcall.run("report", kept, "--to", "csv", "--show-secrets").stdout)

    def test_an_option_that_cannot_be_used_keeps_its_password(self):
        done = self.check("--proxy", f"gopher://user:{SECRETS[0]}@127.0.0.1:1")
        self.assertEqual(done.returncode, 2)
        self.assert_kept(done.stderr)

    def test_convert_keeps_urls_whole_and_its_messages_clean(self):
        done = rollcall.run("convert", self.list, "--to", "plain")
        self.assertEqual(done.stdout.splitlines(), self.urls)
        self.assert_kept(done.stderr)


if __name__ == "__main__":
    e2etest.main()
