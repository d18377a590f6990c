#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""A body larger than 2 GiB is counted to the byte and never held in memory."""

import os
import socketserver
import subprocess
import tempfile
import threading
import unittest
from pathlib import Path

import e2etest
import rollcall

BODY_BYTES = 2**31 + 12_345  # does not fit a 32-bit number
# The sanitizers keep freed memory for a while, to notice its use.
PEAK_MEBIBYTES = 700 if os.environ.get("ROLLCALL_SANITIZE") else 150


class _Handler(socketserver.StreamRequestHandler):
    def handle(self):
        while self.rfile.readline() not in (b"\r\n", b""):
            pass
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % BODY_BYTES)
        piece = memoryview(bytes(2**20))
        left = BODY_BYTES
        while left > 0:
            self.wfile.write(piece[:left])
            left -= len(piece)


class BigBody(unittest.TestCase):
    def test_it_is_counted_and_not_held(self):
        with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Handler) as server, \
                tempfile.TemporaryDirectory() as folder:
            server.daemon_threads = True
            threading.Thread(target=server.serve_forever, daemon=True).start()
            results = Path(folder) / "results.csv"
            process = subprocess.Popen(
                [rollcall.CLI, "check", "--max-body", str(2**40), "--timeout", "300", "--quiet",
                 "--csv", str(results), f"http://127.0.0.1:{server.server_address[1]}/"],
                stdin=subprocess.DEVNULL)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            server.shutdown()
            row = rollcall.read_csv(results)[0]
        peak = usage.ru_maxrss // 1024
        print(f"\n{BODY_BYTES:,} bytes in {row['total_ms']} ms, peak memory {peak} MiB")
        self.assertEqual(process.returncode, 0)
        self.assertEqual((row["outcome"], row["body_bytes"], row["wire_bytes"]),
                         ("ok", str(BODY_BYTES), str(BODY_BYTES)))
        self.assertLess(peak, PEAK_MEBIBYTES)


if __name__ == "__main__":
    e2etest.main()
