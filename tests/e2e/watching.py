# SPDX-License-Identifier: MIT
"""What the tests of rollcall-cli watch share: a site that goes down and takes messages, and a watch that runs."""

import http.server
import json
import signal
import subprocess
import tempfile
import threading
import time
import unittest
from pathlib import Path

import rollcall


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self._answer(503 if self.server.is_down.is_set() else 200)

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        post = (self.headers["Idempotency-Key"], json.loads(body))
        with self.server.lock:
            self.server.posts.append(post)
            failures_left = self.server.failures_left
            self.server.failures_left = max(0, failures_left - 1)
            hangs = self.server.hangs
            if not failures_left and not hangs:
                self.server.taken.append(post)
        if hangs:
            self.server.is_ending.wait(100)
            self.close_connection = True
        else:
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
        self._server.taken = []
        self._server.failures_left = 0
        self._server.hangs = False
        self._server.is_ending = threading.Event()
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/"
        return self

    def __exit__(self, *_):
        self._server.is_ending.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def go_down(self):
        self._server.is_down.set()

    def come_back(self):
        self._server.is_down.clear()

    def fail_posts(self, count):
        with self._server.lock:
            self._server.failures_left = count

    def hang_on_posts(self, hangs=True):
        """Whether whoever posts gets no answer at all."""
        with self._server.lock:
            self._server.hangs = hangs

    def posts(self):
        """What came in: (Idempotency-Key, body)."""
        with self._server.lock:
            return list(self._server.posts)

    def taken(self):
        """What of it was answered with 204."""
        with self._server.lock:
            return list(self._server.taken)


class Watch:
    """A running rollcall-cli watch."""

    def __init__(self, *arguments):
        self._process = subprocess.Popen([rollcall.CLI, "watch", *map(str, arguments)], text=True,
                                         stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.process_id = self._process.pid
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
        """As kill -9 does it."""
        self._process.kill()
        self.output, self.errors = self._process.communicate()

    def read_error_line(self):
        return self._process.stderr.readline()


class WatchTestCase(unittest.TestCase):
    """Has a folder and a site of its own for each test."""

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
