#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The exit codes that scripts rely on, and the one sentence that bad input gets."""

import subprocess
import tempfile
import unittest
from pathlib import Path

import e2etest
import rollcall
from faultyserver import FaultyServer


class ExitCodes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = cls.enterClassContext(FaultyServer())
        cls.folder = Path(cls.enterClassContext(tempfile.TemporaryDirectory()))

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content)
        return path

    def assert_refused(self, *arguments, naming):
        """Exit code 2, nothing on standard output, and one sentence on standard error that contains `naming`."""
        done = rollcall.run("check", *arguments)
        self.assertEqual((done.returncode, done.stdout), (2, ""), done.stderr)
        self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
        self.assertIn(str(naming), done.stderr)

    def test_0_when_every_url_passed(self):
        done = rollcall.run("check", f"{self.server.url}/ok")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(f"{self.server.url}/ok", done.stdout)

    def test_1_when_one_url_failed(self):
        urls = self.file("mixed.txt", f"{self.server.url}/ok\n{self.server.url}/truncated\n".encode())
        self.assertEqual(rollcall.run("check", urls).returncode, 1)

    def test_2_when_the_list_cannot_be_used(self):
        self.assert_refused(self.folder / "missing.txt", naming="missing.txt")
        self.assert_refused(self.folder, naming=self.folder)
        self.assert_refused(self.file("empty.txt", b""), naming="empty.txt")
        self.assert_refused(self.file("comments.txt", b"# nothing\n\n# but comments\n"), naming="comments.txt")
        self.assert_refused(self.file("binary.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1"), naming="binary.png")

    def test_2_when_a_setting_is_out_of_range(self):
        url = f"{self.server.url}/ok"
        self.assert_refused("--concurrency", "0", url, naming="1 to 10000")
        self.assert_refused("--per-host", "many", url, naming="1 to 1000")
        self.assert_refused("--timeout", "-3", url, naming="0.1 to 3600 seconds")
        self.assert_refused("--retries", "11", url, naming="0 to 10")

    def test_2_when_the_command_line_makes_no_sense(self):
        self.assertEqual(rollcall.run("check").returncode, 2)
        self.assertEqual(rollcall.run("frobnicate").returncode, 2)
        self.assertEqual(rollcall.run("check", "--frobnicate", f"{self.server.url}/ok").returncode, 2)

    def test_2_when_the_results_cannot_be_written(self):
        self.assert_refused("--csv", self.folder / "no" / "such" / "folder.csv", f"{self.server.url}/ok",
                            naming="folder.csv")

    def test_the_csv_goes_to_standard_output_for_a_dash_and_the_list_comes_from_standard_input(self):
        done = subprocess.run([rollcall.CLI, "check", "--csv", "-", "-"], input=f"{self.server.url}/ok\n".encode(),
                              capture_output=True, check=False, timeout=60)
        self.assertEqual(done.returncode, 0, done.stderr)
        lines = done.stdout.split(b"\r\n")
        self.assertTrue(lines[0].startswith(b"url,final_url,outcome,status,error,message,body_bytes,"))
        self.assertTrue(lines[1].startswith(f"{self.server.url}/ok,".encode()))
        self.assertEqual(lines[2:], [b""])


if __name__ == "__main__":
    e2etest.main()
