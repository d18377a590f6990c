# SPDX-License-Identifier: MIT
"""Measures rollcall-cli beside curl --parallel and an aiohttp program, in one run on this machine's loopback.

Every figure is measured here and now. A mark that is not reached is printed as MISSED, and the exit code is then 1.
"""

import argparse
import re
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "e2e"))

import servers  # pylint: disable=wrong-import-position
from programs import HERE, Aiohttp, Curl, Measured, Rollcall

BODY_BYTES = 1024
DELAYED_URLS, DELAYED_AT_ONCE, DELAY_SECONDS = 1_000, 100, 0.1
DELAY_MARK, IMPORT_MARK_SECONDS, EXPORT_MARK_SECONDS = 1.2, 2, 3


def address(number):
    """A loopback address of its own for each number below four million."""
    return f"127.{1 + number // 62_500}.{number // 250 % 250}.{number % 250 + 1}"


def urls_for(hosts, port, count):
    return [f"http://{address(number % hosts)}:{port}/1k?{number}" for number in range(count)]


def raise_open_files():
    """As many open files as this process may have: kept-alive connections to 20,000 hosts are files, too."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    for limit in ((65_536, max(hard, 65_536)), (hard, hard)):
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, limit)
            return limit[0]
        except (ValueError, OSError):
            continue
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0]


class Marks:
    """What has to be reached, and whether it was."""

    def __init__(self):
        self.all_reached = True

    def check(self, reached, sentence):
        print(f"{'reached' if reached else 'MISSED'}: {sentence}")
        self.all_reached = self.all_reached and reached


def median(measurements):
    return Measured(
        statistics.median(one.seconds for one in measurements),
        statistics.median(one.peak_mebibytes for one in measurements),
        min(one.fetched for one in measurements), min(one.body_bytes for one in measurements))


def measure_rounds(programs, urls, at_once, rounds, folder):
    """The median of each program; the programs take turns, so that a slow minute of the machine meets all."""
    measurements = {program.name: [] for program in programs}
    for _ in range(rounds):
        for program in programs:
            measurements[program.name].append(program.run(urls, at_once, folder))
    return {name: median(rounds_of_one) for name, rounds_of_one in measurements.items()}


def throughput(programs, workloads, at_once, options, folder, port, marks):
    names = [program.name for program in programs]
    print(f"\n{options.requests:,} requests for {BODY_BYTES} bytes over HTTP, {at_once} at a time")
    print(f"{'':<14}" + "".join(f"{name:>25}" for name in names) + f"{'rollcall/curl':>16}{'rollcall/aiohttp':>18}")
    ahead = []
    for hosts in workloads:
        result = measure_rounds(programs, urls_for(hosts, port, options.requests), at_once, options.rounds, folder)
        for name, one in result.items():
            if (one.fetched, one.body_bytes) != (options.requests, options.requests * BODY_BYTES):
                marks.check(False, f"{name} fetched {one.fetched:,} URLs with {one.body_bytes:,} bytes on "
                                   f"{hosts:,} hosts")
        rates = {name: options.requests / one.seconds for name, one in result.items()}
        own = rates[names[0]]
        cells = "".join(f"{rates[name]:>13,.0f}/s {one.peak_mebibytes:>6,.0f} MiB" for name, one in result.items())
        label = "one host" if hosts == 1 else f"{hosts:,} hosts"
        print(f"{label:<14}{cells}{own / rates['curl --parallel']:>16.2f}{own / rates['aiohttp']:>18.2f}", flush=True)
        ahead.append(own > rates["aiohttp"])
    marks.check(all(ahead), f"ahead of aiohttp on each, {at_once} at a time")


def delayed(rollcall, folder, marks):
    server = servers.Server(lambda port, _: [sys.executable, "-B", HERE / "delay_server.py", str(port)])
    with server:
        urls = [f"http://{address(number)}:{server.port}/" for number in range(DELAYED_URLS)]
        result = median([rollcall.run(urls, DELAYED_AT_ONCE, folder) for _ in range(3)])
    ideal = DELAYED_URLS * DELAY_SECONDS / DELAYED_AT_ONCE
    ratio = result.seconds / ideal
    print(f"\n{DELAYED_URLS:,} URLs that take {DELAY_SECONDS * 1000:.0f} ms each, {DELAYED_AT_ONCE} at a time: "
          f"{result.seconds:.2f} s, {ratio:.2f} times the ideal {ideal:.0f} s")
    marks.check(ratio <= DELAY_MARK and result.fetched == DELAYED_URLS,
                f"within {DELAY_MARK} times the ideal, all {DELAYED_URLS:,} fetched")


def importing(program, marks):
    done = subprocess.run([program], stdout=subprocess.PIPE, text=True, check=False)
    print(f"\n{done.stdout}", end="")
    found = re.match(r"import: 1000000 lines in ([0-9.]+) s", done.stdout)
    marks.check(done.returncode == 0 and found is not None and float(found[1]) <= IMPORT_MARK_SECONDS,
                f"a million lines within {IMPORT_MARK_SECONDS} seconds, each counted rightly")


def exporting(program, marks):
    done = subprocess.run([program, "1000000", "csv", "jsonl"], stdout=subprocess.PIPE, text=True, check=False)
    print(f"\n{done.stdout}", end="")
    seconds = dict(re.findall(r"export (\w+): 1000000 results in ([0-9.]+) s", done.stdout))
    reached = all(float(seconds.get(name, "inf")) <= EXPORT_MARK_SECONDS for name in ("csv", "jsonl"))
    marks.check(done.returncode == 0 and reached,
                f"a million results within {EXPORT_MARK_SECONDS} seconds, as CSV and as JSON lines")


def parse_arguments():
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--at-once", type=int, nargs="+", default=[50, 200], metavar="N",
                        help="requests in flight (50 200)")
    parser.add_argument("--requests", type=int, default=20_000, metavar="N", help="requests a workload (20000)")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="of which the median counts (3)")
    return parser.parse_args()


def main():
    options = parse_arguments()
    marks = Marks()
    rollcall = Rollcall(options.build / "bin")
    programs = [rollcall, Curl(), Aiohttp()]
    open_files = raise_open_files()
    locations = f'keepalive_requests 1000000; location = /1k {{ return 200 "{"x" * BODY_BYTES}"; }}'
    server = servers.nginx(locations, every_loopback_address=True, connections=open_files - 1000)
    with tempfile.TemporaryDirectory() as name, server:
        folder = Path(name)
        print(f"Median of {options.rounds} rounds in turns; whole run of each program, its start included; "
              f"peak resident memory.\n"
              f"The server is nginx with one worker and keep-alive; up to {open_files:,} open files a process.")
        for at_once in options.at_once:
            throughput(programs, [1, 1_000, 20_000], at_once, options, folder, server.port, marks)
        delayed(rollcall, folder, marks)
    importing(options.build / "tests" / "bin" / "bench_import", marks)
    exporting(options.build / "tests" / "bin" / "bench_export", marks)
    sys.exit(0 if marks.all_reached else 1)


if __name__ == "__main__":
    main()
