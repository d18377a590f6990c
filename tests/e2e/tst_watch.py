#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""rollcall-cli watch against a server that goes down and comes back: what it prints, writes, serves, posts and runs."""

import signal
import urllib.request

import e2etest
import rollcall
from watching import Watch, WatchTestCase


class WatchTest(WatchTestCase):
    def test_a_site_goes_down_and_comes_back(self):
        results = "results.jsonl"
        log = self.folder / "log"
        with Watch("--every", "10s", "--down-after", "1", "--jsonl", self.folder / results,
                   "--metrics", self.folder / "metrics.prom", "--webhook", self.site.url + "hook?token=very-secret",
                   "--on-change", f"sh -c \"echo $ROLLCALL_EVENT $ROLLCALL_URL >> '{log}'\"",
                   self.site.url) as watch:
            self.wait_for("a good result", watch, lambda: len(self.lines(results)) >= 1)
            self.site.go_down()
            self.wait_for("the message that it is down", watch, lambda: len(self.site.posts()) >= 1)
            self.site.come_back()
            self.wait_for("the message that it is up", watch, lambda: len(self.site.posts()) >= 2)
            self.wait_for("two calls of the command", watch,
                          lambda: log.exists() and len(log.read_text().splitlines()) >= 2)
            self.assertEqual(watch.end(), 0)
        self.assertEqual([(post["event"], post["url"], post["previous"]) for _, post in self.site.posts()],
                         [("down", self.site.url, "up"), ("up", self.site.url, "down")])
        self.assertEqual([post["error"] for _, post in self.site.posts()], ["http-server-error", None])
        self.assertEqual(log.read_text().splitlines(), [f"down {self.site.url}", f"up {self.site.url}"])
        self.assertEqual([line.split(" ")[1:3] for line in watch.output.splitlines()],
                         [["up", self.site.url], ["down", self.site.url], ["up", self.site.url]])
        outcomes = [line["outcome"] for line in self.lines(results)]
        self.assertEqual(outcomes[0], "ok")
        self.assertIn("failed", outcomes)
        self.assertEqual(outcomes[-1], "ok")
        metrics = (self.folder / "metrics.prom").read_text()
        self.assertIn(f'rollcall_state{{target="{self.site.url}",state="up"}} 1\n', metrics)
        self.assertIn(f'probe_success{{target="{self.site.url}"}} 1\n', metrics)
        self.assertIn(f"rollcall_checks_total {len(outcomes)}\n", metrics)
        self.assertEqual(watch.errors, "")

    def test_a_message_that_failed_is_sent_again_with_the_same_id(self):
        self.site.fail_posts(1)
        self.site.go_down()
        with Watch("--every", "10s", "--down-after", "1", "--webhook", self.site.url + "hook?token=very-secret",
                   self.site.url) as watch:
            self.wait_for("two attempts", watch, lambda: len(self.site.posts()) >= 2)
            self.assertEqual(watch.end(signal.SIGINT), 0)
        first, second = self.site.posts()
        self.assertEqual(first, second)
        self.assertIn("will be tried again", watch.errors)
        self.assertNotIn("very-secret", watch.errors + watch.output)

    def test_metrics_are_served_on_loopback(self):
        with Watch("--every", "10s", "--metrics-port", "0", self.site.url) as watch:
            address = watch.read_error_line().split(" ")[-1].strip()
            self.assertTrue(address.startswith("http://127.0.0.1:"), address)

            def served():
                with urllib.request.urlopen(address, timeout=10) as answer:
                    return answer.read().decode()

            self.wait_for("a result in the metrics", watch, lambda: "rollcall_checks_total 1\n" in served())
            self.assertIn(f'rollcall_state{{target="{self.site.url}",state="up"}} 1\n', served())
            self.assertEqual(watch.end(), 0)

    def test_channels_are_tested_on_request(self):
        good = rollcall.run("watch", "--test-alerts", "--webhook", self.site.url, "--on-change", "true", self.site.url)
        self.assertEqual((good.returncode, good.stderr), (0, "webhook 1: delivered\ncommand 1: delivered\n"))
        self.assertEqual([post["event"] for _, post in self.site.posts()], ["test"])
        bad = rollcall.run("watch", "--test-alerts", "--on-change", "false", self.site.url)
        self.assertEqual((bad.returncode, bad.stderr), (1, "command 1: its exit code is 1\n"))

    def test_wrong_usage_is_one_sentence(self):
        for arguments in (["--every", "5s", self.site.url], ["--every"], [], ["--csv", "a.csv", self.site.url],
                          ["--webhook", "ftp://a.example/", self.site.url], ["--test-alerts", self.site.url],
                          ["--maintenance", "someday", self.site.url], ["--metrics-port", "70000", self.site.url],
                          ["--metrics", self.folder / "no" / "such" / "folder", self.site.url],
                          [self.folder / "no-such-list"]):
            done = rollcall.run("watch", *arguments)
            self.assertEqual((done.returncode, done.stdout), (2, ""), arguments)
            self.assertEqual(done.stderr.count("\n"), 1, done.stderr)


if __name__ == "__main__":
    e2etest.main()
