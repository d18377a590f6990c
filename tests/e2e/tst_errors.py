#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Where curl gives up, Rollcall gives up too, and names the reason that curl's exit code stands for."""

import socket
import unittest

import curl
import e2etest
import rollcall
from faultyserver import FaultyServer

# curl's exit codes: https://curl.se/libcurl/c/libcurl-errors.html
COULD_NOT_RESOLVE, COULD_NOT_CONNECT, UNSUPPORTED_PROTOCOL, PARTIAL_FILE = 6, 7, 1, 18
OPERATION_TIMED_OUT, TOO_MANY_REDIRECTS, GOT_NOTHING, RECEIVE_ERROR = 28, 47, 52, 56
BAD_CONTENT_ENCODING, FILE_TOO_LARGE = 61, 63


def unknown_host_error():
    """What the resolver of this machine says to a name that cannot exist, as an error kind."""
    try:
        socket.getaddrinfo("does-not-exist.invalid", 80)
    except socket.gaierror as error:
        return "dns-failure" if error.errno == socket.EAI_AGAIN else "dns-not-found"
    raise AssertionError("this machine's resolver invents addresses")


@unittest.skipIf(curl.missing(), curl.missing())
class Errors(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = cls.enterClassContext(FaultyServer())
        # Bound but not listening: connections are refused, and nobody else can take the port meanwhile.
        cls.refusing = cls.enterClassContext(socket.socket())
        cls.refusing.bind(("127.0.0.1", 0))

    def assert_errors(self, expected, rollcall_options=(), curl_options=()):
        """expected: {url: (curl's exit code, the error kinds that say the same)}"""
        exit_code, rows, _ = rollcall.check(list(expected), "--retries", "0", *rollcall_options)
        self.assertEqual(exit_code, 1)
        self.assertEqual([row["url"] for row in rows], list(expected))
        for row, (curl_exit_code, *kinds) in zip(rows, expected.values()):
            with self.subTest(url=row["url"]):
                self.assertEqual(curl.exit_code(row["url"], curl_options), curl_exit_code)
                self.assertEqual(row["outcome"], "failed")
                self.assertIn(row["error"], kinds)
                self.assertNotEqual(row["message"], "")

    def test_no_connection(self):
        self.assert_errors({
            f"http://127.0.0.1:{self.refusing.getsockname()[1]}/": (COULD_NOT_CONNECT, "connection-refused"),
            "http://does-not-exist.invalid/": (COULD_NOT_RESOLVE, unknown_host_error()),
        })

    def test_broken_answers(self):
        url = self.server.url
        self.assert_errors({
            f"{url}/truncated": (PARTIAL_FILE, "truncated"),
            f"{url}/truncated-chunks": (PARTIAL_FILE, "truncated"),
            f"{url}/closed": (GOT_NOTHING, "connection-closed"),
            # The second kind is all that Qt's stock manager knows of it.
            f"{url}/reset": (RECEIVE_ERROR, "connection-reset", "connection-closed"),
            f"{url}/not-http": (UNSUPPORTED_PROTOCOL, "malformed-response", "connection-closed"),
            f"{url}/damaged-gzip": (BAD_CONTENT_ENCODING, "content-decoding"),
        })

    def test_redirects_that_lead_nowhere(self):
        url = self.server.url
        self.assert_errors({
            f"{url}/loop": (TOO_MANY_REDIRECTS, "redirect-loop", "too-many-redirects"),
            f"{url}/to-ftp": (UNSUPPORTED_PROTOCOL, "unsupported-scheme"),
            f"{url}/to-file": (UNSUPPORTED_PROTOCOL, "unsupported-scheme"),
        })

    def test_answers_that_take_too_long(self):
        url = self.server.url
        self.assert_errors({
            f"{url}/silent": (OPERATION_TIMED_OUT, "timeout", "first-byte-timeout"),
            f"{url}/stalls": (OPERATION_TIMED_OUT, "timeout"),
        }, rollcall_options=["--timeout", "0.5"], curl_options=["--max-time", "0.5"])

    def test_a_body_over_the_cap(self):
        self.assert_errors({
            f"{self.server.url}/large": (FILE_TOO_LARGE, "body-too-large"),
        }, rollcall_options=["--max-body", "100000"], curl_options=["--max-filesize", "100000"])

    def test_a_body_at_the_cap_is_no_error(self):
        exit_code, rows, _ = rollcall.check([f"{self.server.url}/large"], "--max-body", "200000")
        self.assertEqual(exit_code, 0)
        self.assertEqual(rows[0]["body_bytes"], "200000")

    def test_schemes_that_are_not_http_have_a_row_and_are_never_opened(self):
        exit_code, rows, _ = rollcall.check(["file:///etc/hostname", "ftp://127.0.0.1/", f"{self.server.url}/ok"])
        self.assertEqual(exit_code, 1)
        self.assertEqual([row["error"] for row in rows], ["unsupported-scheme", "unsupported-scheme", ""])
        self.assertEqual([row["status"] for row in rows], ["", "", "200"])


if __name__ == "__main__":
    e2etest.main()
