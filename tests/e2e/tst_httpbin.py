#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Every row about httpbin equals what curl sees there."""

import unittest

import curl
import e2etest
import servers


@unittest.skipIf(servers.missing_for_httpbin(), servers.missing_for_httpbin())
@unittest.skipIf(curl.missing(), curl.missing())
class Httpbin(e2etest.AgainstCurl):
    @classmethod
    def setUpClass(cls):
        cls.server = cls.enterClassContext(servers.httpbin())

    def check(self, *paths):
        return self.assert_rows_equal_curl([self.server.url + path for path in paths])

    def test_status_codes(self):
        self.check(*(f"/status/{code}" for code in (
            200, 201, 204, 301, 302, 303, 304, 307, 400, 401, 403, 404, 410, 418, 429, 500, 502, 503, 504)))

    def test_bodies_of_many_sizes(self):
        self.check(*(f"/bytes/{size}?seed=7" for size in (0, 1, 1024, 100_000)))

    def test_chunked_bodies(self):
        self.check("/stream/5", "/stream/100", "/stream-bytes/0?seed=7", "/stream-bytes/100000?seed=7",
                   "/stream-bytes/5000?seed=7&chunk_size=1")

    def test_compressed_bodies_are_counted_both_ways(self):
        rows = self.check("/gzip", "/deflate")
        for row in rows:
            self.assertLess(int(row["wire_bytes"]), int(row["body_bytes"]))

    def test_redirects(self):
        self.check("/redirect/1", "/redirect/3", "/redirect/10", "/absolute-redirect/2", "/relative-redirect/4",
                   "/redirect-to?status_code=308&url=%2Fbytes%2F10%3Fseed%3D7")

    def test_slow_answers(self):
        rows = self.check("/delay/1", "/drip?duration=1&numbytes=10&code=200")
        for row in rows:
            self.assertGreaterEqual(float(row["total_ms"]), 900)

    def test_kinds_of_content(self):
        self.check("/html", "/xml", "/robots.txt", "/encoding/utf8", "/image/png", "/image/jpeg", "/image/svg",
                   "/base64/0JHQsNC50YLRiw%3D%3D", "/get?a=1&b=%C3%A4", "/anything/a%20b/c")


if __name__ == "__main__":
    e2etest.main()
