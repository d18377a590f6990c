# SPDX-License-Identifier: MIT
"""What the end-to-end tests share: the comparison of a CSV row with curl, and the way a skip is reported."""

import sys
import unittest
from concurrent.futures import ThreadPoolExecutor

import curl
import rollcall

SKIPPED = 77  # the exit code that tests/e2e/CMakeLists.txt tells ctest to show as skipped


def main():
    """Runs the calling script's tests. When all of them are skipped, ctest shows the script as skipped."""
    result = unittest.main(verbosity=2, exit=False).result
    if not result.wasSuccessful():
        sys.exit(1)
    sys.exit(SKIPPED if result.testsRun == len(result.skipped) else 0)


class AgainstCurl(unittest.TestCase):
    """Holds rows of one check against what curl sees at the same URLs."""

    maxDiff = None

    def assert_rows_equal_curl(self, urls, *options, curl_options=()):
        """Checks all urls in one run of rollcall-cli and compares each row with curl."""
        headers = rollcall.request_headers()
        exit_code, rows, _ = rollcall.check(urls, "--retries", "0", *options)
        with ThreadPoolExecutor(max_workers=4) as pool:
            references = list(pool.map(lambda url: curl.fetch(url, headers, curl_options), urls))
        self.assertEqual([row["url"] for row in rows], list(urls), "one row per URL, in the list's order")
        for row, seen in zip(rows, references):
            with self.subTest(url=row["url"]):
                self._assert_row_equals(row, seen)
        all_well = all(row["outcome"] in ("ok", "warning") for row in rows)
        self.assertEqual(exit_code, 0 if all_well else 1)
        return rows

    def _assert_row_equals(self, row, seen):
        self.assertEqual(seen.exit_code, 0, "curl itself must be content")
        self.assertEqual(
            {name: row[name] for name in ("status", "wire_bytes", "body_bytes", "body_sha256", "redirects",
                                          "final_url", "content_type")},
            {"status": str(seen.status), "wire_bytes": str(seen.wire_bytes), "body_bytes": str(seen.body_bytes),
             "body_sha256": seen.body_sha256, "redirects": str(seen.redirects), "final_url": seen.final_url,
             "content_type": seen.content_type})
        # Qt's own access manager does not know these two: the cell is empty then.
        unknown = () if rollcall.has_exact_engine() else ("",)
        self.assertIn(row["http_version"], (seen.http_version, *unknown))
        self.assertIn(row["remote_ip"], (seen.remote_ip, *unknown))
        self.assertEqual(row["outcome"], "ok" if 200 <= seen.status < 300 else "failed")
