#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What `convert --to prometheus` writes, in the hands of Debian's prometheus-blackbox-exporter."""

import json
import os
import shutil
import subprocess
import tempfile
import threading
import unittest
import urllib.parse
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import e2etest
import servers

EXPORTER = shutil.which("prometheus-blackbox-exporter")


class Target(BaseHTTPRequestHandler):
    """Answers as the list expects only when it is asked as the list says."""

    def do_GET(self):
        self._answer({"/ok": 200, "/gone": 410, "/moved": 410}.get(self.path, 404))

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self._answer(200 if body == b"a: \"b\"\n" and self.headers["X-Key"] == "secret" else 400)

    def _answer(self, status):
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


@unittest.skipIf(EXPORTER is None, "prometheus-blackbox-exporter is not installed")
class Blackbox(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        target = ThreadingHTTPServer(("127.0.0.1", 0), Target)
        threading.Thread(target=target.serve_forever, daemon=True).start()
        cls.addClassCleanup(target.server_close)
        cls.addClassCleanup(target.shutdown)
        cls.url = f"http://127.0.0.1:{target.server_port}"
        cls.folder = Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        cls.convert([{"url": cls.url + "/ok"}, {"url": cls.url + "/gone"},
                     {"url": cls.url + "/moved", "statuses": "200,410"},
                     {"url": cls.url + "/form", "method": "POST", "body": "a: \"b\"\n", "headers": ["X-Key: secret"]}])
        cls.exporter = cls.enterClassContext(servers.Server(lambda port, _: [
            EXPORTER, f"--config.file={cls.folder / 'blackbox.yml'}", f"--web.listen-address=127.0.0.1:{port}"]))

    @classmethod
    def convert(cls, entries):
        lines = "".join(json.dumps(entry) + "\n" for entry in entries)
        subprocess.run([os.environ["ROLLCALL_CLI"], "convert", "-", "--to", "prometheus", cls.folder],
                       input=lines, text=True, check=True)

    def probe(self, group):
        query = urllib.parse.urlencode({"target": group["targets"][0], "module": group["labels"]["__param_module"]})
        with urllib.request.urlopen(f"{self.exporter.url}/probe?{query}") as answer:
            metrics = answer.read().decode()
        return "\nprobe_success 1\n" in metrics

    def test_each_target_is_probed_as_the_list_says(self):
        groups = json.loads((self.folder / "targets.json").read_text(encoding="utf-8"))
        outcomes = {group["targets"][0].removeprefix(self.url): self.probe(group) for group in groups}
        self.assertEqual(outcomes, {"/ok": True, "/gone": False, "/moved": True, "/form": True})


if __name__ == "__main__":
    e2etest.main()
