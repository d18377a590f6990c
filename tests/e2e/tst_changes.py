#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""An answer is compared with the one in the results of an earlier check."""

import tempfile
import unittest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import e2etest
import rollcall


class Changes(unittest.TestCase):
    def setUp(self):
        bodies = self.bodies = {"/a": b"a" * 100, "/b": b"b" * 100}

        class Pages(BaseHTTPRequestHandler):
            def do_GET(self):
                body = bodies.get(self.path, b"")
                self.send_response(200 if body else 404)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        server = self.enterContext(ThreadingHTTPServer(("127.0.0.1", 0), Pages))
        Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.shutdown)
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.last = self.folder / "last.jsonl"
        self.urls = [f"http://127.0.0.1:{server.server_address[1]}{path}" for path in ("/a", "/b", "/none")]

    def outcomes(self, *options):
        _, rows, _ = rollcall.check(self.urls, "--retries", "0", "--previous", self.last, "--jsonl", self.last, *options)
        return [(row["outcome"], row["error"]) for row in rows]

    def test_another_body_is_a_warning_once(self):
        gone = ("failed", "http-client-error")
        fine = ("ok", "")
        self.assertEqual(self.outcomes("--content-change", "on"), [fine, fine, gone], "there is nothing to compare with")
        self.bodies["/b"] = b"B" * 100
        self.assertEqual(self.outcomes("--content-change", "on"), [fine, ("warning", "content-changed"), gone])
        self.assertEqual(self.outcomes("--content-change", "on"), [fine, fine, gone])

    def test_a_body_may_grow_as_far_as_the_rule_for_it_says(self):
        self.outcomes("--size-change", "10")
        self.bodies["/a"] += b"a" * 10
        self.bodies["/b"] += b"b" * 11
        self.assertEqual([error for _, error in self.outcomes("--size-change", "10")][:2], ["", "content-changed"])
        self.bodies["/a"] += b"a" * 50
        self.assertEqual(self.outcomes("--rule", "*/b size-change=10")[0], ("ok", ""))

    def test_earlier_results_that_are_none_are_named(self):
        self.last.write_text("no result\n")
        done = rollcall.run("check", "--previous", self.last, "--content-change", "on", self.urls[0])
        self.assertEqual(done.returncode, 2)
        self.assertIn("last.jsonl", done.stderr)
        self.assertIn("line 1", done.stderr)

    def test_the_rule_without_earlier_results_is_refused(self):
        done = rollcall.run("check", "--content-change", "on", self.urls[0])
        self.assertEqual(done.returncode, 2)
        self.assertIn("--previous", done.stderr)


if __name__ == "__main__":
    e2etest.main()
