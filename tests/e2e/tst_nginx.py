#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Every row about files that nginx serves equals what curl sees there: in clear, over TLS and over HTTP/2."""

import tempfile
import unittest
from pathlib import Path

import certificates
import curl
import e2etest
import rollcall
import servers

LOCATIONS = """
    root $folder/files;
    absolute_redirect off;
    location /gzip/ { alias $folder/files/; gzip on; gzip_types *; gzip_min_length 1; }
    location = /moved { return 301 /empty.txt; }
    location = /found { return 302 $scheme://$http_host/one.txt; }
    location = /see-other { return 303 see.txt; }
    location = /permanent { return 308 //$http_host/gzip/large.txt; }
    location = /no-content { return 204; }
    location = /teapot { return 418 "short and stout"; }
    location = /with-a-body { return 503 "come back later"; }
"""


@unittest.skipIf(servers.missing_for_nginx(), servers.missing_for_nginx())
@unittest.skipIf(curl.missing(), curl.missing())
class Nginx(e2etest.AgainstCurl):
    TLS_VERSION, HTTP_VERSION = "", "1.1"

    @classmethod
    def setUpClass(cls):
        cls.folder = Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        cls.options, cls.curl_options, tls = [], [], ""
        if cls.TLS_VERSION:
            ca_file, tls = certificates.make(cls.folder, ["IP:127.0.0.1"])
            tls += f" ssl_protocols TLSv{cls.TLS_VERSION};"
            cls.options, cls.curl_options = ["--ca-file", ca_file], ["--cacert", str(ca_file)]
        cls.server = cls.enterClassContext(servers.nginx(LOCATIONS, tls=tls, http2=cls.HTTP_VERSION == "2"))
        files = cls.server.folder / "files"
        files.mkdir()
        (files / "empty.txt").write_bytes(b"")
        (files / "one.txt").write_bytes(b"1")
        (files / "see.txt").write_bytes(b"seen\n")
        (files / "kilobyte.txt").write_bytes(b"0123456789abcdef" * 64)
        (files / "large.txt").write_bytes(b"".join(b"line %d\n" % number for number in range(450_000)))
        (files / "page.html").write_bytes("<p>Zürich</p>".encode())
        (files / "no suffix").write_bytes(bytes(range(256)) * 9)

    def check(self, *paths):
        rows = self.assert_rows_equal_curl([self.server.url + path for path in paths], *self.options,
                                           curl_options=self.curl_options)
        for row in rows:
            self.assertEqual(row["tls_version"], self.TLS_VERSION)
            if rollcall.has_exact_engine():
                self.assertEqual(row["http_version"], self.HTTP_VERSION)
        return rows

    def test_files(self):
        rows = self.check("/empty.txt", "/one.txt", "/kilobyte.txt", "/large.txt", "/page.html", "/no%20suffix",
                          "/missing.txt")
        self.assertGreater(int(rows[3]["body_bytes"]), 5_000_000)

    def test_files_compressed_on_the_way(self):
        rows = self.check("/gzip/one.txt", "/gzip/kilobyte.txt", "/gzip/large.txt", "/gzip/page.html")
        large = rows[2]
        self.assertLess(int(large["wire_bytes"]), int(large["body_bytes"]) / 2)

    def test_redirects(self):
        self.check("/moved", "/found", "/see-other", "/permanent")

    def test_other_answers(self):
        self.check("/no-content", "/teapot", "/with-a-body")

    def test_a_host_is_asked_over_the_same_connections_again_and_again(self):
        self.check(*(f"/kilobyte.txt?{number}" for number in range(100)))


@unittest.skipIf(certificates.missing(), certificates.missing())
class NginxOverTls12(Nginx):
    TLS_VERSION = "1.2"


@unittest.skipIf(certificates.missing(), certificates.missing())
class NginxOverTls13(Nginx):
    TLS_VERSION = "1.3"


@unittest.skipIf(certificates.missing(), certificates.missing())
@unittest.skipUnless(rollcall.has_exact_engine(), "only the exact engine speaks HTTP/2")
class NginxOverHttp2(Nginx):
    TLS_VERSION, HTTP_VERSION = "1.3", "2"


@unittest.skipIf(certificates.missing(), certificates.missing())
@unittest.skipUnless(rollcall.has_exact_engine(), "only the exact engine speaks HTTP/2")
class NginxOverHttp2AndTls12(Nginx):
    TLS_VERSION, HTTP_VERSION = "1.2", "2"


if __name__ == "__main__":
    e2etest.main()
