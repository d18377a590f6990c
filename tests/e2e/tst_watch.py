#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""rollcall-cli watch against a server that goes down and comes back: what it prints, writes, serves, posts and runs."""

import http.server
import json
import signal
import subprocess
import tempfile
import threading
import time
import unittest
import urllib.request
from pathlib import Path

import e2etest
import rollcall


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self._answer(503 if self.server.is_down.is_set() else 200)

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        with self.server.lock:
            self.server.posts.append((self.headers["Idempotency-Key"], json.loads(body)))
            failures_left = self.server.failures_left
            self.server.failures_left = max(0, failures_left - 1)
        self._answer(500 if failures_left else 204)

    def _answer(self, status):
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.send_header("Connection", "close")
        self.end_headers()

    def log_message(self, *_):
        pass


class Site:
    """A site that can be told to be down, and that keeps what is posted to it."""

    def __enter__(self):
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        self._server.is_down = threading.Event()
        self._server.lock = threading.Lock()
        self._server.posts = []
        self._server.failures_left = 0
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/"
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def go_down(self):
        self._server.is_down.set()

    def come_back(self):
        self._server.is_down.clear()

    def fail_posts(self, count):
        self._server.failures_left = count

    def posts(self):
        with self._server.lock:
            return list(self._server.posts)


class Watch:
    """A running rollcall-cli watch."""

    def __init__(self, *arguments):
        self._process = subprocess.Popen([rollcall.CLI, "watch", *map(str, arguments)], text=True,
                                         stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.output = ""
        self.errors = ""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self._process.poll() is None:
            self._process.kill()
            self._process.communicate()

    def is_running(self):
        return self._process.poll() is None

    def end(self, number=signal.SIGTERM):
        """Sends the signal, and gives the exit code."""
        self._process.send_signal(number)
        self.output, self.errors = self._process.communicate(timeout=60)
        return self._process.returncode

    def kill(self):
        self._process.kill()
        self._process.communicate()


class WatchTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.site = self.enterContext(Site())

    def wait_for(self, what, watch, condition):
        deadline = time.monotonic() + 100
        while not condition():
            self.assertLess(time.monotonic(), deadline, f"never seen: {what}")
            self.assertTrue(watch.is_running(), f"the watch has ended before {what}: {watch.errors}")
            time.sleep(0.05)

    def lines(self, name):
        path = self.folder / name
        return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []

    def test_a_site_goes_down_and_comes_back(self):
        results = "results.jsonl"
        log = self.folder / "log"
        with Watch("--every", "10s", "--down-after", "1", "--jsonl", self.folder / results,
                   "--metrics", self.folder / "metrics.prom", "--webhook", self.site.url + "hook?token=very-secret",
                   "--on-change", f"sh -c \"echo $ROLLCALL_EVENT $ROLLCALL_URL >> '{log}'\"",
                   self.site.url) as watch:
            self.wait_for("a good result", watch, lambda: len(self.lines(results)) >= 1)
            self.site.go_down()
            self.wait_for("the message that it is down", watch, lambda: len(self.site.posts()) >= 1)
            self.site.come_back()
            self.wait_for("the message that it is up", watch, lambda: len(self.site.posts()) >= 2)
            self.wait_for("two calls of the command", watch,
                          lambda: log.exists() and len(log.read_text().splitlines()) >= 2)
            self.assertEqual(watch.end(), 0)
        self.assertEqual([(post["event"], post["url"], post["previous"]) for _, post in self.site.posts()],
                         [("down", self.site.url, "up"), ("up", self.site.url, "down")])
        self.assertEqual([post["error"] for _, post in self.site.posts()], ["http-server-error", None])
        self.assertEqual(log.read_text().splitlines(), [f"down {self.site.url}", f"up {self.site.url}"])
        self.assertEqual([line.split(" ")[1:3] for line in watch.output.splitlines()],
                         [["up", self.site.url], ["down", self.site.url], ["up", self.site.url]])
        outcomes = [line["outcome"] for line in self.lines(results)]
        self.assertEqual(outcomes[0], "ok")
        self.assertIn("failed", outcomes)
        self.assertEqual(outcomes[-1], "ok")
        metrics = (self.folder / "metrics.prom").read_text()
        self.assertIn(f'rollcall_state{{target="{self.site.url}",state="up"}} 1\n', metrics)
        self.assertIn(f'probe_success{{target="{self.site.url}"}} 1\n', metrics)
        self.assertIn(f"rollcall_checks_total {len(outcomes)}\n", metrics)
        self.assertEqual(watch.errors, "")

    def test_a_message_that_failed_is_sent_again_with_the_same_id(self):
        self.site.fail_posts(1)
        self.site.go_down()
        with Watch("--every", "10s", "--down-after", "1", "--webhook", self.site.url + "hook?token=very-secret",
                   self.site.url) as watch:
            self.wait_for("two attempts", watch, lambda: len(self.site.posts()) >= 2)
            self.assertEqual(watch.end(signal.SIGINT), 0)
        first, second = self.site.posts()
        self.assertEqual(first, second)
        self.assertIn("will be tried again", watch.errors)
        self.assertNotIn("very-secret", watch.errors + watch.output)

    def test_metrics_are_served_on_loopback(self):
        with Watch("--every", "10s", "--metrics-port", "0", self.site.url) as watch:
            address = watch._process.stderr.readline().split(" ")[-1].strip()
            self.assertTrue(address.startswith("http://127.0.0.1:"), address)

            def served():
                with urllib.request.urlopen(address, timeout=10) as answer:
                    return answer.read().decode()

            self.wait_for("a result in the metrics", watch, lambda: "rollcall_checks_total 1\n" in served())
            self.assertIn(f'rollcall_state{{target="{self.site.url}",state="up"}} 1\n', served())
            self.assertEqual(watch.end(), 0)

    def test_channels_are_tested_on_request(self):
        good = rollcall.run("watch", "--test-alerts", "--webhook", self.site.url, "--on-change", "true", self.site.url)
        self.assertEqual((good.returncode, good.stderr), (0, "webhook 1: delivered\ncommand 1: delivered\n"))
        self.assertEqual([post["event"] for _, post in self.site.posts()], ["test"])
        bad = rollcall.run("watch", "--test-alerts", "--on-change", "false", self.site.url)
        self.assertEqual((bad.returncode, bad.stderr), (1, "command 1: its exit code is 1\n"))

    def test_wrong_usage_is_one_sentence(self):
        for arguments in (["--every", "5s", self.site.url], ["--every"], [], ["--csv", "a.csv", self.site.url],
                          ["--webhook", "ftp://a.example/", self.site.url], ["--test-alerts", self.site.url],
                          ["--maintenance", "someday", self.site.url], ["--metrics-port", "70000", self.site.url],
                          ["--metrics", self.folder / "no" / "such" / "folder", self.site.url],
                          [self.folder / "no-such-list"]):
            done = rollcall.run("watch", *arguments)
            self.assertEqual((done.returncode, done.stdout), (2, ""), arguments)
            self.assertEqual(done.stderr.count("\n"), 1, done.stderr)


if __name__ == "__main__":
    e2etest.main()
