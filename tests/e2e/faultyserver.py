# SPDX-License-Identifier: MIT
"""A server that breaks the rules, one way a path, so that curl and Rollcall can be asked what they make of it."""

import socket
import socketserver
import struct
import threading

OK = b"HTTP/1.1 200 OK\r\n"
ANSWERS = {
    "/truncated": OK + b"Content-Length: 1000\r\n\r\n" + b"x" * 10,
    "/truncated-chunks": OK + b"Transfer-Encoding: chunked\r\n\r\n400\r\n" + b"x" * 10,
    "/closed": b"",
    "/not-http": b"220 mail.example.net ESMTP ready\r\n",
    "/damaged-gzip": OK + b"Content-Encoding: gzip\r\nContent-Length: 9\r\nConnection: close\r\n\r\nnot gzip!",
    "/loop": b"HTTP/1.1 302 Found\r\nLocation: /loop\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
    "/to-ftp": b"HTTP/1.1 302 Found\r\nLocation: ftp://127.0.0.1/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
    "/to-file": b"HTTP/1.1 302 Found\r\nLocation: file:///etc/hostname\r\nContent-Length: 0\r\n"
                b"Connection: close\r\n\r\n",
    "/large": OK + b"Content-Length: 200000\r\nConnection: close\r\n\r\n" + b"x" * 200_000,
    "/ok": OK + b"Content-Length: 2\r\nConnection: close\r\n\r\nok",
}


class _Handler(socketserver.StreamRequestHandler):
    def handle(self):
        path = self.rfile.readline().decode("latin-1").split(" ")[1].split("?")[0]
        while self.rfile.readline() not in (b"\r\n", b""):
            pass
        if path in ANSWERS:
            self.wfile.write(ANSWERS[path])
        elif path == "/reset":
            self._reset()
        elif path == "/stalls":
            self.wfile.write(OK + b"Content-Length: 1000\r\n\r\nx")
            self.server.ending.wait(30)
        elif path == "/silent":
            self.server.ending.wait(30)
        else:
            raise AssertionError(f"no such path: {path}")

    def _reset(self):
        # Closed with a linger time of zero, TCP says reset instead of good-bye.
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.rfile.close()
        self.wfile.close()
        self.connection.close()


class FaultyServer(socketserver.ThreadingTCPServer):
    """Serves from construction inside `with` until its end."""

    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 100

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.ending = threading.Event()
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        self._thread = threading.Thread(target=self.serve_forever, daemon=True)
        self._thread.start()

    def __exit__(self, *arguments):
        self.ending.set()
        self.shutdown()
        self._thread.join()
        super().__exit__(*arguments)

    def handle_error(self, request, client_address):
        pass  # a client that gave up is what these paths are for
