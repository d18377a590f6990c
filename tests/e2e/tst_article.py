#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The experiment this project started from: /delay/1 to /delay/5, three at a time."""

import time
import unittest

import e2etest
import rollcall
import servers

URLS_AT_ONCE = 3


@unittest.skipIf(servers.missing_for_httpbin(), servers.missing_for_httpbin())
class ThreeAtATime(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = cls.enterClassContext(servers.httpbin_with_event_log())

    def test_the_next_starts_as_soon_as_one_ends_and_never_earlier(self):
        begin = time.monotonic()
        exit_code, rows, _ = rollcall.check([f"{self.server.url}/delay/{seconds}" for seconds in range(1, 6)],
                                            "--concurrency", str(URLS_AT_ONCE))
        print(f"\nTotal time: {time.monotonic() - begin:.2f} seconds (one after the other: 15)")
        for row in rows:
            print(f"{row['url']}: {row['body_bytes']} bytes after {row['total_ms']} ms")

        self.assertEqual(exit_code, 0)
        self.assertEqual([row["status"] for row in rows], ["200"] * 5)
        # What the server saw. The first three may arrive in any order; from there on there is only one.
        events = self.server.events()
        self.assertEqual(sorted(events[:3]), ["start /delay/1", "start /delay/2", "start /delay/3"])
        self.assertEqual(events[3:], [
            "end /delay/1", "start /delay/4", "end /delay/2", "start /delay/5",
            "end /delay/3", "end /delay/4", "end /delay/5"])


if __name__ == "__main__":
    e2etest.main()
