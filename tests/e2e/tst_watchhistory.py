#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""rollcall-cli watch --history, killed between an event and its delivery, and at other bad moments: each alert arrives
once, nobody is told again what is known, and the history is whole."""

import contextlib
import json
import sqlite3

import e2etest
import rollcall
from watching import Watch, WatchTestCase

MANY = 1_000_000


class WatchHistoryTest(WatchTestCase):
    def setUp(self):
        super().setUp()
        self.history = self.folder / "history.sqlite"

    def watch(self):
        return Watch("--every", "10s", "--down-after", "1", "--history", self.history,
                     "--jsonl", self.folder / "results.jsonl", "--webhook", self.site.url + "hook", self.site.url)

    def ask(self, query):
        """The rows of a query to the history."""
        with contextlib.closing(sqlite3.connect(f"file:{self.history}?mode=ro", uri=True, timeout=60)) as file:
            return file.execute(query).fetchall()

    def kept_ids(self):
        if not self.history.exists():
            return []
        try:
            return [alert_id.decode() for (alert_id,) in self.ask("SELECT alert_id FROM kept_alerts")]
        except sqlite3.OperationalError:  # its tables are being made
            return []

    def wait_for_results(self, watch, count):
        before = len(self.lines("results.jsonl"))
        self.wait_for("more results", watch, lambda: len(self.lines("results.jsonl")) >= before + count)

    def wait_until_settled(self, watch, taken):
        self.wait_for("the delivery", watch, lambda: len(self.site.taken()) >= taken)
        self.wait_for("the note of the delivery", watch, lambda: self.kept_ids() == [])

    def assert_taken(self, *events):
        self.assertEqual([body["event"] for _, body in self.site.taken()], list(events))
        keys = [key for key, _ in self.site.taken()]
        self.assertEqual(len(set(keys)), len(keys), keys)

    def test_each_alert_is_delivered_once_however_often_the_watch_is_killed(self):
        with self.watch() as watch:
            self.wait_for_results(watch, 1)
            self.site.hang_on_posts()
            self.site.go_down()
            self.wait_for("a message under way", watch, lambda: self.site.posts())
            watch.kill()
        (message,) = self.site.posts()
        self.assertEqual(self.kept_ids(), [message[0]])
        self.site.hang_on_posts(False)

        self.site.fail_posts(MANY)
        with self.watch() as watch:
            self.wait_for("the message again", watch, lambda: len(self.site.posts()) >= 2)
            self.assertEqual(watch.end(), 0)
        self.assertIn("will be tried again", watch.errors)
        self.assertIn("they are kept in the history", watch.errors)
        self.site.fail_posts(0)

        with self.watch() as watch:
            self.wait_until_settled(watch, 1)
            watch.kill()
        self.assertEqual({json.dumps(post) for post in self.site.posts()}, {json.dumps(message)})
        self.assert_taken("down")

        with self.watch() as watch:
            self.wait_for_results(watch, 2)  # it is known to be down
            self.site.come_back()
            self.wait_until_settled(watch, 2)
            watch.kill()
        self.assertEqual([line.split(" ")[1] for line in watch.output.splitlines()], ["up"])

        with self.watch() as watch:
            self.wait_for_results(watch, 1)
            self.assertEqual(watch.end(), 0)
        self.assertEqual((watch.output, watch.errors), ("", ""))
        self.assert_taken("down", "up")
        self.assertEqual(self.site.taken()[1][1]["previous"], "down")
        self.assert_history_is_whole()

    def assert_history_is_whole(self):
        self.assertEqual(self.ask("PRAGMA integrity_check"), [("ok",)])
        incidents = self.ask("SELECT url, ended_ms > began_ms FROM incidents JOIN urls ON urls.id = url_id")
        self.assertEqual(incidents, [(self.site.url.encode(), 1)])
        (memory,) = self.ask("SELECT url, memory FROM watch_memories")
        self.assertEqual((memory[0].decode(), json.loads(memory[1])["health"]), (self.site.url, "up"))
        (results,) = self.ask("SELECT count(*) FROM results")[0]
        self.assertLessEqual(abs(results - len(self.lines("results.jsonl"))), 3)  # one for each kill

        listed = rollcall.run("report", "--history", self.history)
        runs = listed.stdout.splitlines()[1:]
        self.assertEqual(listed.returncode, 0, listed.stderr)
        self.assertGreaterEqual(len(runs), 3)
        self.assertTrue(all(line.endswith(self.site.url) for line in runs), listed.stdout)
        self.assertNotIn("has not ended", runs[0])
        self.assertIn("has not ended", listed.stdout)  # those that were killed
        last = rollcall.run("report", "--history", self.history, "--to", "jsonl")
        self.assertEqual({json.loads(line)["outcome"] for line in last.stdout.splitlines()}, {"ok"})

    def test_an_alert_is_kept_before_it_is_on_its_way(self):
        self.site.go_down()
        with self.watch() as watch:
            self.wait_for("an alert that is kept", watch, self.kept_ids)
            (kept,) = self.kept_ids()
            watch.kill()
        with self.watch() as watch:
            self.wait_until_settled(watch, 1)
            self.wait_for_results(watch, 1)
            self.assertEqual(watch.end(), 0)
        self.assert_taken("down")
        self.assertEqual(self.site.taken()[0][0], kept)

    def test_what_is_for_a_channel_that_is_gone_is_dropped(self):
        self.site.fail_posts(MANY)
        self.site.go_down()
        with self.watch() as watch:
            self.wait_for("an alert that is kept", watch, self.kept_ids)
            watch.kill()
        with Watch("--every", "10s", "--history", self.history, self.site.url) as watch:
            self.wait_for("an empty table", watch, lambda: self.kept_ids() == [])
            self.assertEqual(watch.end(), 0)

    def test_one_watch_alone_has_a_history(self):
        with self.watch() as watch:
            self.wait_for_results(watch, 1)
            second = rollcall.run("watch", "--history", self.history, self.site.url)
            self.assertEqual((second.returncode, second.stdout), (2, ""))
            self.assertIn(f"process {watch.process_id}", second.stderr)
            self.assertEqual(second.stderr.count("\n"), 1, second.stderr)
            check = rollcall.run("check", "--quiet", "--history", self.history, self.site.url)
            self.assertEqual((check.returncode, check.stderr), (0, ""))
            self.assertEqual(watch.end(), 0)
        self.assertEqual(self.ask("SELECT DISTINCT kind FROM runs ORDER BY kind"), [(1,), (2,)])

    def test_a_history_that_cannot_be_used_is_one_sentence(self):
        garbage = self.folder / "garbage"
        garbage.write_text("This is no database, and stays as it is.")
        for arguments in (["--history", self.folder], ["--history", garbage], ["--history="], ["--history"],
                          ["--history", self.history, "--jsonl", self.history],
                          ["--history", self.history, "--metrics", f"{self.folder}/./history.sqlite"]):
            done = rollcall.run("watch", self.site.url, *arguments)
            self.assertEqual((done.returncode, done.stdout), (2, ""), arguments)
            self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
        self.assertEqual(garbage.read_text(), "This is no database, and stays as it is.")
        self.assertFalse(self.history.exists())


if __name__ == "__main__":
    e2etest.main()
