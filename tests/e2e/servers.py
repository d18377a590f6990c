# SPDX-License-Identifier: MIT
"""Starts the servers that nobody here wrote, nginx and httpbin under gunicorn, on loopback, and ends them."""

import os
import random
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
NGINX = shutil.which("nginx", path=os.environ.get("PATH", "") + ":/usr/sbin")
GUNICORN = shutil.which("gunicorn")


def missing_for_httpbin():
    """Why httpbin cannot be started; None when it can."""
    if not GUNICORN:
        return "gunicorn is not installed"
    # Asked of Debian's own interpreter, which is the one that gunicorn runs under.
    found = subprocess.run(["/usr/bin/python3", "-c", "import httpbin"], capture_output=True, check=False)
    return None if found.returncode == 0 else "python3-httpbin is not installed"


def missing_for_nginx():
    """Why nginx cannot be started; None when it can."""
    return None if NGINX else "nginx is not installed"


def free_port():
    """A port that is free now, below the range from which the system takes ports for outgoing connections."""
    for _ in range(200):
        port = random.randrange(20_000, 32_000)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise RuntimeError("no free port found")


class Server:
    """A server process with a folder of its own, which accepts connections on 127.0.0.1:port once started."""

    def __init__(self, command, scheme="http"):
        """command(port, folder) gives the command line. It may be asked again when the port was taken meanwhile."""
        self._command = command
        self._scheme = scheme
        self._process = None
        self.port = 0
        self.folder = Path(tempfile.mkdtemp(prefix="rollcall-server-"))

    def __enter__(self):
        for _ in range(3):
            self.port = free_port()
            self._start()
            if self._accepts_connections():
                return self
            self._end_process()
        log = self.log()
        self.stop()
        raise RuntimeError(f"the server did not start:\n{log}")

    def __exit__(self, *_):
        self.stop()

    @property
    def url(self):
        return f"{self._scheme}://127.0.0.1:{self.port}"

    def events(self):
        """What httpbin_with_event_log() has noted so far: "start /path" and "end /path", in order."""
        log = self.folder / "events"
        return log.read_text(encoding="utf-8").splitlines() if log.exists() else []

    def log(self):
        return (self.folder / "log").read_text(errors="replace")

    def stop(self):
        self._end_process()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _start(self):
        # With setpriv the server also ends when the test is killed.
        with open(self.folder / "log", "wb") as log:
            self._process = subprocess.Popen(
                ["setpriv", "--pdeathsig", "TERM", *self._command(self.port, self.folder)],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self.folder)

    def _accepts_connections(self):
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline and self._process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return True
            except OSError:
                time.sleep(0.05)
        return False

    def _end_process(self):
        self._process.terminate()
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def httpbin(workers=8):
    """httpbin in so many processes, one request at a time each: its seeded random bytes are then repeatable."""
    return Server(lambda port, folder: [
        GUNICORN, "--bind", f"127.0.0.1:{port}", "--workers", str(workers), "--preload", "httpbin:app"])


def httpbin_with_event_log():
    """httpbin in one process with threads, which notes in its folder's file `events` what starts and ends."""
    return Server(lambda port, folder: [
        GUNICORN, "--bind", f"127.0.0.1:{port}", "--worker-class", "gthread", "--threads", "16",
        "--graceful-timeout", "1", "--chdir", str(HERE), "--env", f"EVENT_LOG={folder}/events",
        "--env", "PYTHONDONTWRITEBYTECODE=1", "logged_httpbin:app"])


def nginx(locations, *, http="", every_loopback_address=False, connections=1024, tls="", http2=False):
    """nginx with these `location` blocks in its only server block, and these settings of `http`. $folder in the
    blocks is the server's folder.

    tls: the directives that name a certificate and its key; with them the server speaks TLS only, and HTTP/2
    if http2 is set.
    """

    def command(port, folder):
        address = f"0.0.0.0:{port}" if every_loopback_address else f"127.0.0.1:{port}"
        configuration = folder / "nginx.conf"
        configuration.write_text(f"""
{"user root;" if os.geteuid() == 0 else ""}
daemon off;
worker_processes 1;
worker_rlimit_nofile {connections + 64};
pid {folder}/pid;
events {{ worker_connections {connections}; }}
http {{
    access_log off;
    client_body_temp_path {folder}/tmp;
    proxy_temp_path {folder}/tmp;
    fastcgi_temp_path {folder}/tmp;
    uwsgi_temp_path {folder}/tmp;
    scgi_temp_path {folder}/tmp;
    default_type application/octet-stream;
    types {{ text/plain txt; text/html html; }}
    {http}
    server {{
        listen {address}{" ssl" if tls else ""}{" http2" if http2 else ""} backlog=4096;
        {tls}
        allow 127.0.0.0/8;
        deny all;
        {locations.replace("$folder", str(folder))}
    }}
}}
""")
        return [NGINX, "-p", str(folder), "-c", str(configuration), "-e", "stderr"]

    return Server(command, "https" if tls else "http")
