# SPDX-License-Identifier: MIT
"""Answers every request with two bytes, 100 ms after it came.

    delay_server.py PORT [LOG]

With LOG it writes there, for each request, its path and the milliseconds from its arrival, as the kernel saw it, to its
answer. Written on bare epoll, so that a burst of a hundred requests costs the server as little as can be.
"""

import select
import socket
import struct
import sys
import time
from collections import deque

DELAY_SECONDS = 0.1
SO_TIMESTAMPNS = 35  # of asm-generic/socket.h; the kernel tells when data arrived, as a timespec
TIMESPEC = struct.Struct("@ll")
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


def arrival(notes):
    """When the data arrived, in seconds since 1970."""
    for level, kind, data in notes:
        if (level, kind) == (socket.SOL_SOCKET, SO_TIMESTAMPNS):
            seconds, nanoseconds = TIMESPEC.unpack(data)
            return seconds + nanoseconds / 1e9
    return time.time()


class DelayServer:
    def __init__(self, port, log):
        self._log = log
        # On all addresses, because the URLs name a thousand of loopback's.
        self._listener = socket.create_server(("0.0.0.0", port), backlog=1024)
        self._listener.setblocking(False)
        self._listener.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)  # which its connections take over
        self._connections = {}
        self._due = deque()  # (time, connection, path, arrival), earliest first: the delay is the same for all
        self._poll = select.epoll()
        self._poll.register(self._listener, select.EPOLLIN)

    def serve(self):
        while True:
            pause = max(0, self._due[0][0] - time.monotonic()) if self._due else -1
            for descriptor, _ in self._poll.poll(pause):
                if descriptor == self._listener.fileno():
                    self._accept()
                else:
                    self._read(self._connections[descriptor])
            while self._due and self._due[0][0] <= time.monotonic():
                self._answer(*self._due.popleft())

    def _accept(self):
        try:
            while True:
                connection, peer = self._listener.accept()
                if peer[0].startswith("127."):
                    self._connections[connection.fileno()] = connection
                    self._poll.register(connection, select.EPOLLIN)
                else:
                    connection.close()
        except BlockingIOError:
            pass  # that was the last one

    def _read(self, connection):
        try:
            request, notes, _, _ = connection.recvmsg(65_536, socket.CMSG_SPACE(TIMESPEC.size))
        except ConnectionError:
            request, notes = b"", []
        if request:
            due = time.monotonic() + DELAY_SECONDS
            self._due.append((due, connection, request.split(b" ", 2)[1], arrival(notes)))
        else:
            del self._connections[connection.fileno()]
            connection.close()

    def _answer(self, _, connection, path, arrived):
        if self._log:
            waited = time.time() - arrived
            self._log.write(f"{path.decode()} {waited * 1000:.3f}\n")
        try:
            connection.sendall(ANSWER)
        except OSError:
            pass  # it did not wait for the answer


if __name__ == "__main__":
    DelayServer(int(sys.argv[1]), open(sys.argv[2], "w", buffering=1, encoding="utf-8") if len(sys.argv) > 2 else None).serve()
