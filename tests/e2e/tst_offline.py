#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""On a computer that is cut off from the network, Rollcall blames no server for it."""

import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

import e2etest
import rollcall

# A network namespace of its own has loopback alone.
ALONE = ["unshare", "--user", "--map-root-user", "--net"]


def cannot_be_alone():
    """Why no program can be cut off from the network here; None when one can."""
    if not shutil.which("unshare"):
        return "unshare is not installed"
    done = subprocess.run([*ALONE, "true"], capture_output=True, check=False)
    return None if done.returncode == 0 else "this system lets nobody make a network namespace"


@unittest.skipIf(cannot_be_alone(), cannot_be_alone())
class Offline(unittest.TestCase):
    def check(self, *options):
        with tempfile.TemporaryDirectory() as folder:
            urls, results = Path(folder) / "urls.txt", Path(folder) / "results.csv"
            urls.write_text("http://192.0.2.1/\nhttp://host.example/\n")
            done = subprocess.run(
                [*ALONE, rollcall.CLI, "check", "--retries", "0", "--proxy", "none", "--csv", results, *options, urls],
                capture_output=True, text=True, timeout=100, check=False)
            self.assertEqual(done.returncode, 1, done.stderr)
            return rollcall.read_csv(results)

    def test_failures_are_told_as_the_computers_own(self):
        engines = ["qt", "exact"] if rollcall.has_exact_engine() else ["qt"]
        for engine in engines:
            with self.subTest(engine=engine):
                rows = self.check("--engine", engine)
                self.assertEqual([row["error"] for row in rows], ["local-network"] * 2)
                self.assertIn("offline", rows[0]["message"])


if __name__ == "__main__":
    e2etest.main()
