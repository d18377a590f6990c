#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Ctrl+C stops a check cleanly: what was done is written, the rest is said to be cancelled, the exit code is 3."""

import signal
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

import e2etest
import rollcall
import servers


@unittest.skipIf(servers.missing_for_httpbin(), servers.missing_for_httpbin())
class Interrupt(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = cls.enterClassContext(servers.httpbin_with_event_log())

    def wait_for_event(self, event):
        deadline = time.monotonic() + 60
        while event not in self.server.events():
            self.assertLess(time.monotonic(), deadline, f"the server never saw '{event}'")
            time.sleep(0.02)

    def test_every_url_has_its_row(self):
        quick = [f"{self.server.url}/status/{code}" for code in (200, 201, 202)]
        slow = [f"{self.server.url}/delay/10?{number}" for number in range(20)]
        with tempfile.TemporaryDirectory() as folder:
            urls, results = Path(folder) / "urls.txt", Path(folder) / "results.csv"
            urls.write_text("\n".join(quick + slow) + "\n", encoding="utf-8")
            # One at a time: when the first slow URL is asked for, the quick ones are done.
            process = subprocess.Popen(
                [rollcall.CLI, "check", "--concurrency", "1", "--csv", str(results), str(urls)],
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            try:
                self.wait_for_event("start /delay/10")
                process.send_signal(signal.SIGINT)
                process.communicate(timeout=60)
            finally:
                process.kill()
            self.assertEqual(process.returncode, 3)
            rows = rollcall.read_csv(results)
        self.assertEqual([row["url"] for row in rows], quick + slow)
        self.assertEqual([row["outcome"] for row in rows], ["ok"] * 3 + ["cancelled"] * 20)
        self.assertEqual([row["error"] for row in rows], [""] * 3 + ["cancelled"] * 20)
        self.assertEqual([row["status"] for row in rows[:3]], ["200", "201", "202"])
        # What was under way is told from what was never begun.
        self.assertNotEqual(rows[3]["started_at"], "")
        self.assertEqual([row["started_at"] for row in rows[4:]], [""] * 19)
        # Nothing was asked for after Ctrl+C.
        self.assertEqual(self.server.events().count("start /delay/10"), 1)


if __name__ == "__main__":
    e2etest.main()
