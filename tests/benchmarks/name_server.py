# SPDX-License-Identifier: MIT
"""A name server by which every name is at 127.0.0.1, and the way to have programs ask it.

    name_server.py

Listens on 127.0.0.1, port 53 (UDP), and says "ready" on standard output. IPv4 addresses only; RFC 1035.
"""

import fcntl
import os
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

ADDRESS = "127.0.0.1"
IS_ALONE = "ROLLCALL_BENCH_ALONE"  # in the environment of whom go_alone() has started


def go_alone():
    """Starts this program anew where it may change who answers for names without anybody else noticing: in a
    network and a file system of its own. Returns False where the system does not allow that."""
    if os.environ.get(IS_ALONE):
        return True
    unshare = ["unshare", "--mount", "--net"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--mount", "--net"]
    if not shutil.which("unshare") or subprocess.run([*unshare, "true"], capture_output=True, check=False).returncode:
        return False
    os.environ[IS_ALONE] = "1"
    os.execvp(unshare[0], [*unshare, sys.executable, "-B", *sys.argv])


class NameServer:
    """Answers, while inside `with`, for all programs of this namespace."""

    def __init__(self):
        self._process = None
        self._folder = tempfile.TemporaryDirectory()

    def __enter__(self):
        _start_loopback()
        self._replace("/etc/resolv.conf", f"nameserver {ADDRESS}\n")
        self._replace("/etc/nsswitch.conf", "hosts: files dns\n")
        self._process = subprocess.Popen(["setpriv", "--pdeathsig", "TERM", sys.executable, "-B", __file__],
                                         stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
        if self._process.stdout.readline() != b"ready\n":
            raise RuntimeError("the name server did not start")
        return self

    def __exit__(self, *_):
        self._process.terminate()
        self._process.wait()
        self._folder.cleanup()

    def _replace(self, path, content):
        file = Path(self._folder.name) / Path(path).name
        file.write_text(content)
        if Path(path).exists():
            subprocess.run(["mount", "--bind", file, path], check=True)


def _start_loopback():
    """A new network has a loopback interface, which is down."""
    set_flags, is_up = 0x8914, 1  # SIOCSIFFLAGS, IFF_UP
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, set_flags, struct.pack("16sH22x", b"lo", is_up))


def answer_to(query):
    """The whole answer; to anything but a question for an IPv4 address: the name is there, and has none."""
    end = query.index(b"\0", 12) + 5  # behind the name, its type and its class
    asks_for_address = query[end - 4:end] == b"\0\1\0\1"
    head = query[:2] + struct.pack("!5H", 0x8580, 1, int(asks_for_address), 0, 0)
    record = struct.pack("!3HIH", 0xC00C, 1, 1, 60, 4) + socket.inet_aton(ADDRESS)
    return head + query[12:end] + (record if asks_for_address else b"")


def main():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind((ADDRESS, 53))
        print("ready", flush=True)
        while True:
            query, asker = server.recvfrom(512)
            server.sendto(answer_to(query), asker)


if __name__ == "__main__":
    main()
