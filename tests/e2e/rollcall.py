# SPDX-License-Identifier: MIT
"""Runs the built rollcall-cli, whose path is in $ROLLCALL_CLI, as a person would, and reads its CSV."""

import csv
import functools
import os
import socketserver
import subprocess
import tempfile
import threading
from pathlib import Path

CLI = os.environ.get("ROLLCALL_CLI", "")


def run(*arguments, timeout=100, **options):
    """Runs rollcall-cli with these arguments; returns the CompletedProcess with text in stdout and stderr."""
    return subprocess.run([CLI, *map(str, arguments)], stdin=options.pop("stdin", subprocess.DEVNULL),
                          capture_output=True, text=True, timeout=timeout, check=False, **options)


def read_csv(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def check(urls, *options, timeout=100):
    """Checks these URLs; returns (exit code, one dict a URL, standard error)."""
    with tempfile.TemporaryDirectory() as folder:
        urls_file = Path(folder) / "urls.txt"
        urls_file.write_text("\n".join(urls) + "\n", encoding="utf-8")
        results = Path(folder) / "results.csv"
        done = run("check", "--csv", results, *options, urls_file, timeout=timeout)
        if not results.exists():
            raise AssertionError(f"no CSV was written, exit code {done.returncode}: {done.stderr}")
        return done.returncode, read_csv(results), done.stderr


@functools.cache
def has_exact_engine():
    """Whether this build has the engine on libcurl; a build without it has Qt's alone."""
    done = run("check", "--engine", "exact", "--quiet", "-")
    return "libcurl is missing" not in done.stderr


def request_headers():
    """The header lines that rollcall-cli sends by itself, without Host: with these, curl asks for the same."""
    received = []

    class Recorder(socketserver.StreamRequestHandler):
        def handle(self):
            self.rfile.readline()
            for line in iter(self.rfile.readline, b"\r\n"):
                if not line:
                    return
                received.append(line.decode("latin-1").strip())
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")

    with socketserver.TCPServer(("127.0.0.1", 0), Recorder) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        check([f"http://127.0.0.1:{server.server_address[1]}/"], "--retries", "0")
        server.shutdown()
        thread.join()
    return [line for line in received if not line.lower().startswith("host:")]
