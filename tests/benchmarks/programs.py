# SPDX-License-Identifier: MIT
"""The programs under measurement: how each is started with a list of URLs, and what it then says it has fetched."""

import csv
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

HERE = Path(__file__).resolve().parent
TIMEOUT_SECONDS = 300  # one for all, so long that nobody runs into it


@dataclass(frozen=True)
class Measured:
    seconds: float
    peak_mebibytes: float
    fetched: int
    body_bytes: int


@dataclass(frozen=True)
class Workload:
    """URLs to fetch, and how: by default in clear; over TLS verified with ca_file, or not at all without it.
    With all_at, names are not looked up: they are all at this address."""
    label: str
    urls: list
    ca_file: Path | None = None
    all_at: str = ""
    body_bytes: int = 1024


def measure(command, folder, **options):
    """Runs a command; returns the seconds that it took, its peak memory in MiB and its standard output."""
    # GNU time starts the command from a process of one megabyte. Started from here, the kernel would count this
    # interpreter's memory as the command's.
    peak = folder / "peak"
    begin = time.monotonic()
    done = subprocess.run(["time", "-q", "-f", "%M", "-o", peak, *command], stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False, **options)
    seconds = time.monotonic() - begin
    if done.returncode != 0:
        sys.exit(f"{command[0]} ended with exit code {done.returncode}: {done.stderr.strip()}")
    return seconds, int(peak.read_text()) / 1024, done.stdout


class Rollcall:
    def __init__(self, binaries, engine="exact"):
        self.name = "rollcall" if engine == "exact" else f"rollcall {engine}"
        self._command = [binaries / "rollcall-cli", "check", "--engine", engine, "--proxy", "none", "--http2", "off",
                         "--quiet", "--timeout", str(TIMEOUT_SECONDS)]

    def run(self, work, at_once, folder):
        seconds, peak, rows = self.run_for_rows(work, at_once, folder)
        lengths = [int(row["body_bytes"]) for row in rows if row["outcome"] == "ok"]
        return Measured(seconds, peak, len(lengths), sum(lengths))

    def run_for_rows(self, work, at_once, folder):
        listed, results = folder / "urls.txt", folder / "results.csv"
        listed.write_text("\n".join(work.urls) + "\n")
        trust = ["--ca-file", work.ca_file] if work.ca_file else ["--insecure"]
        hosts = {urlsplit(url).hostname for url in work.urls} if work.all_at else ()
        places = [f"--resolve={host}={work.all_at}" for host in hosts]
        seconds, peak, _ = measure(
            [*self._command, "--concurrency", str(at_once), "--per-host", str(at_once), *trust, *places,
             "--csv", results, listed], folder)
        with open(results, newline="", encoding="utf-8") as file:
            return seconds, peak, list(csv.DictReader(file))


class Curl:
    name = "curl --parallel"

    def run(self, work, at_once, folder):
        config = folder / "curl.config"
        config.write_text("".join(f'url = "{url}"\noutput = "/dev/null"\n' for url in work.urls))
        trust = ["--cacert", work.ca_file] if work.ca_file else ["--insecure"]
        places = ["--connect-to", f"::{work.all_at}:"] if work.all_at else []
        seconds, peak, output = measure(
            ["curl", "--disable", "--no-progress-meter", "--noproxy", "*", "--max-time", str(TIMEOUT_SECONDS),
             "--http1.1", *trust, *places, "--parallel", "--parallel-immediate", "--parallel-max", str(at_once),
             "--config", config, "--write-out", "%{http_code} %{size_download}\n"], folder)
        lengths = [int(line.split()[1]) for line in output.splitlines() if line.startswith("200 ")]
        return Measured(seconds, peak, len(lengths), sum(lengths))


class Aiohttp:
    name = "aiohttp"

    def run(self, work, at_once, folder):
        listed = folder / "urls.txt"
        listed.write_text("\n".join(work.urls) + "\n")
        seconds, peak, output = measure(
            [sys.executable, "-B", HERE / "aiohttp_fetch.py", listed, str(at_once), str(TIMEOUT_SECONDS),
             str(work.ca_file or ""), work.all_at], folder)
        fetched, body_bytes = map(int, output.split())
        return Measured(seconds, peak, fetched, body_bytes)
