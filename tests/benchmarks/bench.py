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
from contextlib import nullcontext
from pathlib import Path
from xml.etree import ElementTree

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "e2e"))

import certificates  # pylint: disable=wrong-import-position
import servers  # pylint: disable=wrong-import-position
from name_server import NameServer, go_alone
from programs import Aiohttp, Curl, Measured, Rollcall, Workload

MILLION = 1_000_000
# Of the memory after 10,000 results: what the rest of a million may add, for the allocator's own sake.
GROWTH_MARK_MEBIBYTES = 4
TLS_HOSTS = 3_000
SYSTEM_AUTHORITIES = Path("/etc/ssl/certs/ca-certificates.crt")  # of Debian's ca-certificates
DELAY_SECONDS = 0.1
# URLs that take so long, how many at a time, and how many times the ideal time they may take.
DELAYED = ((1_000, 100, 1.2), (2_000, 200, 1.05))
IMPORT_MARK_SECONDS, EXPORT_MARK_SECONDS = 2, 3
MEMORY_MARK_MEBIBYTES = 60  # of the workload with the most hosts
# What rollcall's rate has to be, as a ratio over that of curl --parallel and over that of aiohttp.
RATIO_MARKS = {"one host": (1.1, 6), "1,000 hosts": (2.5, 12), "20,000 hosts": (7, 16), "TLS, one host": (1.25, 4.5),
               "TLS, 3,000 hosts": (1.0, 2.7), "TLS verified, 3,000 names": (20, 2.5)}
# In flight, and the milliseconds by which the time to the first byte may be off at the 99th percentile.
ACCURACY_MARKS = {50: 2, 500: 5}
FORMAT_MARK_SECONDS = 3
BAD_INPUT_MARK_SECONDS = 1
FORMAT_MARK_RATIO = 1.5  # over what another's parser takes alone, where that takes longer than the mark


def address(number):
    """A loopback address of its own for each number below four million."""
    return f"127.{1 + number // 62_500}.{number // 250 % 250}.{number % 250 + 1}"


def urls_for(hosts, port, count, scheme="http"):
    return [f"{scheme}://{address(number % hosts)}:{port}/1k?{number}" for number in range(count)]


def plain_workloads(port, count):
    return [Workload(label, urls_for(hosts, port, count))
            for label, hosts in (("one host", 1), ("1,000 hosts", 1_000), ("20,000 hosts", 20_000))]


def tls_workloads(port, count, ca_file, has_name_server):
    names = [f"https://n{number}.bench.test:{port}/1k" for number in range(TLS_HOSTS)]
    return [Workload("TLS, one host", urls_for(1, port, count, "https")),
            Workload(f"TLS, {TLS_HOSTS:,} hosts", urls_for(TLS_HOSTS, port, TLS_HOSTS, "https")),
            Workload(f"TLS verified, {TLS_HOSTS:,} names", names, ca_file, "" if has_name_server else "127.0.0.1")]


def with_the_systems(authority):
    """A file with the system's authorities and this one: what those have who trust an authority of their own, too.
    Reading it anew for each connection costs what it costs them."""
    every = authority.with_name("authorities.pem")
    every.write_bytes(SYSTEM_AUTHORITIES.read_bytes() + authority.read_bytes())
    return every


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


def measure_rounds(programs, work, at_once, rounds, folder):
    """The median of each program; the programs take turns, so that a slow minute of the machine meets all."""
    measurements = {program.name: [] for program in programs}
    for _ in range(rounds):
        for program in programs:
            measurements[program.name].append(program.run(work, at_once, folder))
    return {name: median(rounds_of_one) for name, rounds_of_one in measurements.items()}


def check_fetched(result, work, marks):
    count = len(work.urls)
    for name, one in result.items():
        if (one.fetched, one.body_bytes) != (count, count * work.body_bytes):
            marks.check(False, f"{work.label}: {name} fetched {one.fetched:,} URLs with {one.body_bytes:,} bytes")


def print_row(result, work, at_once, marks):
    count = len(work.urls)
    rates = {name: count / one.seconds for name, one in result.items()}
    over_curl, over_aiohttp = rates["rollcall"] / rates["curl --parallel"], rates["rollcall"] / rates["aiohttp"]
    cells = "".join(f"{rates[name]:>12,.0f}/s {one.peak_mebibytes:>5,.0f} MiB" for name, one in result.items())
    print(f"{work.label:<27}{cells}{over_curl:>9.2f}{over_aiohttp:>9.2f}", flush=True)
    check_fetched(result, work, marks)
    curl_mark, aiohttp_mark = RATIO_MARKS[work.label]
    marks.check(over_curl >= curl_mark and over_aiohttp >= aiohttp_mark,
                f"{work.label}, {at_once} at a time: {curl_mark} times curl, {aiohttp_mark} times aiohttp")
    if "rollcall qt" in rates and "TLS" not in work.label:
        marks.check(rates["rollcall qt"] > rates["aiohttp"],
                    f"{work.label}: the stock manager, too, is ahead of aiohttp "
                    f"({rates['rollcall qt'] / rates['aiohttp']:.2f} times)")
    if work.label == "20,000 hosts":
        marks.check(result["rollcall"].peak_mebibytes <= MEMORY_MARK_MEBIBYTES,
                    f"{work.label}: at most {MEMORY_MARK_MEBIBYTES} MiB")


def print_heading(programs):
    print(f"{'':<27}" + "".join(f"{program.name:>24}" for program in programs))


def throughput(programs, workloads, at_once, options, folder, marks):
    if not workloads:
        return
    print(f"\n{Workload.body_bytes} bytes each, {at_once} at a time; the last two columns: rollcall over curl, over "
          "aiohttp")
    print_heading(programs)
    for work in workloads:
        print_row(measure_rounds(programs, work, at_once, options.rounds, folder), work, at_once, marks)


def delay_server(tools, log=None):
    extra = [log] if log else []
    return servers.Server(lambda port, _: [tools / "bench_delayserver", str(port), *extra])


def delayed(programs, tools, count, at_once, mark, options, folder, marks):
    ideal = count * DELAY_SECONDS / at_once
    with delay_server(tools) as server:
        work = Workload("seconds", [f"http://{address(number)}:{server.port}/" for number in range(count)],
                        body_bytes=2)
        result = measure_rounds(programs, work, at_once, options.rounds, folder)
    print(f"\n{count:,} URLs that take {DELAY_SECONDS * 1000:.0f} ms each, {at_once} at a time; ideal is "
          f"{ideal:.0f} s")
    print_heading(programs)
    print(f"{work.label:<27}" + "".join(f"{one.seconds:>22.2f} s" for one in result.values()))
    check_fetched(result, work, marks)
    ratio = result["rollcall"].seconds / ideal
    marks.check(ratio <= mark, f"{ratio:.3f} times the ideal, at most {mark} times")


def accuracy(rollcall, tools, at_once, folder, marks):
    """How far first_byte_ms, less what the connection took, is from what the server says it waited."""
    log = folder / "waits"
    with delay_server(tools, log) as server:
        work = Workload("", [f"http://{address(number)}:{server.port}/{number}" for number in range(at_once * 10)])
        _, _, rows = rollcall.run_for_rows(work, at_once, folder)
    waits = dict(line.split() for line in log.read_text().splitlines())
    errors = sorted(abs(float(row["first_byte_ms"]) - float(row["connect_ms"] or 0) -
                        float(waits["/" + row["url"].rsplit("/", 1)[1]])) for row in rows)
    worst = errors[int(len(errors) * 0.99)]
    print(f"\nTime to the first byte, {at_once} in flight, against the server's own clock: off by "
          f"{statistics.median(errors):.2f} ms in the median, {worst:.2f} ms at the 99th percentile")
    marks.check(worst <= ACCURACY_MARKS[at_once], f"within {ACCURACY_MARKS[at_once]} ms")


def million(program, options, nginx_of, marks):
    """One run of very many requests: what it costs in memory, and what it leaves behind."""
    with nginx_of("") as server:
        done = subprocess.run([program, str(options.million), "200", f"http://127.0.0.1:{server.port}/1k"],
                              stdout=subprocess.PIPE, text=True, check=False)
    print(f"\n{options.million:,} requests in one run, 200 at a time\n{done.stdout}", end="")
    wrong = re.search(r"([0-9]+) of them not ok", done.stdout)
    memory = re.search(r"memory: ([0-9.]+) MiB .* at most ([0-9.]+) MiB", done.stdout)
    left = re.search(r"left: (-?[0-9]+) descriptors .* (-?[0-9]+) tasks", done.stdout)
    if done.returncode != 0 or not (wrong and memory and left):
        marks.check(False, f"bench_run ended with exit code {done.returncode}")
        return
    marks.check(wrong[1] == "0", "every one of them answered")
    growth = float(memory[2]) - float(memory[1])
    marks.check(growth <= GROWTH_MARK_MEBIBYTES,
                f"memory flat after the first 10,000: {growth:+.1f} MiB, at most {GROWTH_MARK_MEBIBYTES} MiB")
    marks.check(left.groups() == ("0", "0"), "no descriptor and no task left")


def refusing(program, marks):
    """How soon the worst of the tests' broken and malicious lists ends in a sentence; that it does, they test."""
    done = subprocess.run([program, "-o", "-,junitxml"], stdout=subprocess.PIPE, text=True, check=False)
    cases = [(float(case.get("time")), case.get("name")) for case in ElementTree.fromstring(done.stdout).iter("testcase")]
    seconds, name = max(cases)
    print(f"\n{len(cases)} broken and malicious lists; the longest takes {seconds:.2f} s: {name}")
    marks.check(done.returncode == 0 and seconds <= BAD_INPUT_MARK_SECONDS,
                f"each ends in an error within {BAD_INPUT_MARK_SECONDS} s")


def importing(program, marks):
    done = subprocess.run([program], stdout=subprocess.PIPE, text=True, check=False)
    print(f"\n{done.stdout}", end="")
    found = dict(re.findall(r"^import (\w+) +1000000 URLs in ([0-9.]+) s", done.stdout, re.MULTILINE))
    alone = dict(re.findall(r"^import (\w+) .* parser alone ([0-9.]+) s", done.stdout, re.MULTILINE))
    marks.check(done.returncode == 0 and float(found.get("plain", "inf")) <= IMPORT_MARK_SECONDS,
                f"a million lines within {IMPORT_MARK_SECONDS} seconds, each counted rightly")
    excused = [name for name, seconds in alone.items() if float(seconds) > FORMAT_MARK_SECONDS]
    slow = [name for name, seconds in found.items() if float(seconds) > (
        FORMAT_MARK_RATIO * float(alone[name]) if name in excused else FORMAT_MARK_SECONDS)]
    marks.check(len(found) > 1 and not slow,
                f"a million URLs of each format within {FORMAT_MARK_SECONDS} seconds"
                + "".join(f", {name} within {FORMAT_MARK_RATIO} times its parser alone" for name in excused)
                + (f"; slower: {', '.join(slow)}" if slow else ""))


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
    parser.add_argument("--at-once", type=int, nargs="+", default=[200], metavar="N",
                        help="requests in flight (200)")
    parser.add_argument("--requests", type=int, default=20_000, metavar="N", help="requests a workload (20000)")
    parser.add_argument("--million", type=int, default=MILLION, metavar="N",
                        help="requests of the run that must not grow (1000000)")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="of which the median counts (3)")
    parser.add_argument("--only", nargs="+", metavar="WORD",
                        help="measure only what has such a word in its name: the rows of the table, delayed, accuracy, "
                        "million, import, bad input, export")
    parser.add_argument("--without", nargs="+", default=[], metavar="NAME",
                        help="leave out these programs: 'rollcall qt'")
    return parser.parse_args()


class Bench:
    """What was asked for, and the servers that it needs."""

    def __init__(self, options, folder, has_name_server):
        self._options, self._folder, self._has_name_server = options, folder, has_name_server
        self._open_files = raise_open_files()
        own_authority, self._tls = certificates.make(folder, ["DNS:*.bench.test"])
        self._ca_file = with_the_systems(own_authority)
        self.marks = Marks()
        binaries = options.build / "bin"
        self._rollcall = Rollcall(binaries)
        self._programs = [program for program in (self._rollcall, Rollcall(binaries, "qt"), Curl(), Aiohttp())
                          if program.name not in options.without]

    def run(self):
        print(f"Median of {self._options.rounds} rounds in turns; whole run of each program, its start included; "
              f"peak resident memory.\n"
              f"The server is nginx with one worker and keep-alive; up to {self._open_files:,} open files a process.\n"
              + ("Names come from a name server on loopback." if self._has_name_server else
                 "This system lets nobody have a name server of his own: names are given as overrides."))
        self._throughput()
        tools = self._options.build / "tests" / "bin"
        if self._is_wanted("delayed"):
            for count, at_once, mark in DELAYED:
                delayed(self._programs, tools, count, at_once, mark, self._options, self._folder, self.marks)
        if self._is_wanted("accuracy"):
            for at_once in ACCURACY_MARKS:
                accuracy(self._rollcall, tools, at_once, self._folder, self.marks)
        if self._is_wanted("million"):
            million(tools / "bench_run", self._options, self._nginx, self.marks)
        if self._is_wanted("import"):
            importing(tools / "bench_import", self.marks)
        if self._is_wanted("bad input"):
            refusing(tools / "tst_badinput", self.marks)
        if self._is_wanted("export"):
            exporting(tools / "bench_export", self.marks)

    def _is_wanted(self, name):
        return not self._options.only or any(word.lower() in name.lower() for word in self._options.only)

    def _nginx(self, tls):
        locations = (f'keepalive_requests {2 * MILLION}; '
                     f'location = /1k {{ return 200 "{"x" * Workload.body_bytes}"; }}')
        return servers.nginx(locations, every_loopback_address=True, connections=self._open_files - 1000, tls=tls)

    def _throughput(self):
        count = self._options.requests
        with self._nginx("") as plain, self._nginx(self._tls) as secure:
            workloads = (plain_workloads(plain.port, count) +
                         tls_workloads(secure.port, count, self._ca_file, self._has_name_server))
            wanted = [work for work in workloads if self._is_wanted(work.label)]
            for at_once in self._options.at_once:
                throughput(self._programs, wanted, at_once, self._options, self._folder, self.marks)


def main():
    options = parse_arguments()
    raise_open_files()
    has_name_server = go_alone()
    with tempfile.TemporaryDirectory() as name, NameServer() if has_name_server else nullcontext():
        bench = Bench(options, Path(name), has_name_server)
        bench.run()
    sys.exit(0 if bench.marks.all_reached else 1)


if __name__ == "__main__":
    main()
