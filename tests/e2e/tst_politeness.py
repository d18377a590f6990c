#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""A host that limits its clients is called until all of its URLs have been answered, and no other waits for it."""

import unittest

import e2etest
import rollcall
import servers

# A location with "return" would answer before limit_req is asked.
LIMITED = """
    location /limited/ {
        limit_req zone=limited;
        limit_req_status 429;
        add_header Retry-After 1 always;
        alias $folder/files/;
    }
    location /free/ { return 200 "well"; }
"""

JUDGED = """
    location /free/ { return 200 "well"; }
    location /challenge { add_header cf-mitigated challenge always; return 403 "prove that you are no robot"; }
    location /health { default_type application/json; return 200 '{"state":"degraded"}'; }
    location /moved { return 301 /free/1; }
"""


@unittest.skipIf(servers.missing_for_nginx(), servers.missing_for_nginx())
class Politeness(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = cls.enterClassContext(
            servers.nginx(LIMITED, http="limit_req_zone $binary_remote_addr zone=limited:1m rate=4r/s;"))
        files = cls.server.folder / "files"
        files.mkdir()
        for number in range(6):
            (files / str(number)).write_bytes(b"well")

    def test_all_urls_of_a_host_that_limits_are_answered_in_the_end(self):
        limited = [f"{self.server.url}/limited/{number}" for number in range(6)]
        free = [f"http://localhost:{self.server.port}/free/{number}" for number in range(6)]
        exit_code, rows, _ = rollcall.check(limited + free)
        self.assertEqual([row["outcome"] for row in rows], ["ok"] * 12)
        self.assertEqual(exit_code, 0)
        attempts = [int(row["attempts"]) for row in rows]
        self.assertGreater(max(attempts[:6]), 1, "the limit was met")
        self.assertEqual(attempts[6:], [1] * 6)

    def test_without_retries_the_limit_is_a_result(self):
        limited = [f"{self.server.url}/limited/{number}" for number in range(6)]
        exit_code, rows, _ = rollcall.check(limited, "--retries", "0")
        self.assertIn("rate-limited", [row["error"] for row in rows])
        self.assertEqual({row["attempts"] for row in rows}, {"1"})
        self.assertEqual(exit_code, 1)


@unittest.skipIf(servers.missing_for_nginx(), servers.missing_for_nginx())
class Verdicts(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = cls.enterClassContext(servers.nginx(JUDGED))

    def check(self, path, *options):
        exit_code, rows, _ = rollcall.check([self.server.url + path], *options)
        return exit_code, rows[0]

    def test_a_bot_wall_is_a_warning(self):
        exit_code, row = self.check("/challenge")
        self.assertEqual((exit_code, row["outcome"], row["error"]), (0, "warning", "bot-challenge"))

    def test_json_is_held_against_what_is_expected(self):
        exit_code, row = self.check("/health", "--expect-json", "state=ok")
        self.assertEqual((exit_code, row["outcome"], row["error"]), (1, "failed", "unexpected-content"))
        self.assertIn('the JSON has "degraded" in place of "state=ok"', row["message"])
        self.assertEqual(self.check("/health", "--expect-json", "state=degraded")[0], 0)

    def test_a_rule_holds_for_its_pattern_alone(self):
        options = ("--redirects", "error", "--rule", "*/moved redirects=warning")
        exit_code, row = self.check("/moved", *options)
        self.assertEqual((exit_code, row["outcome"], row["error"]), (0, "warning", "redirected"))
        exit_code, row = self.check("/moved?again", *options)
        self.assertEqual((exit_code, row["outcome"], row["error"]), (1, "failed", "redirected"))

    def test_a_wrong_pattern_is_refused_before_anything_is_called(self):
        done = rollcall.run("check", "--expect-regex", "(", self.server.url + "/free/1")
        self.assertEqual(done.returncode, 2)
        self.assertIn("--expect-regex takes a regular expression", done.stderr)


if __name__ == "__main__":
    e2etest.main()
