# SPDX-License-Identifier: MIT
"""The program Rollcall started from, as one writes it with asyncio and aiohttp: fetch many URLs, N at a time.

    aiohttp_fetch.py FILE MAX_CONCURRENT TIMEOUT_SECONDS [CA_FILE [ADDRESS]]

Certificates are verified with CA_FILE, and not at all without it. With ADDRESS all hosts are there.
Prints how many of FILE's URLs answered, and the sum of their bytes.
"""

import asyncio
import socket
import ssl
import sys

import aiohttp


async def fetch_one(session, url):
    try:
        async with session.get(url) as response:
            body = await response.read()
            return url, len(body), None
    except Exception as error:  # pylint: disable=broad-except
        return url, 0, str(error)


class OneAddress(aiohttp.abc.AbstractResolver):
    def __init__(self, address):
        self._address = address

    async def resolve(self, host, port=0, family=socket.AF_INET):
        return [{"hostname": host, "host": self._address, "port": port, "family": socket.AF_INET, "proto": 0,
                 "flags": socket.AI_NUMERICHOST}]

    async def close(self):
        pass


async def optimized_fetch(urls, max_concurrent, timeout_seconds, ca_file, address):
    trust = ssl.create_default_context(cafile=ca_file) if ca_file else False
    resolver = OneAddress(address) if address else None
    connector = aiohttp.TCPConnector(limit=max_concurrent, ssl=trust, resolver=resolver)
    timeout = aiohttp.ClientTimeout(total=timeout_seconds)
    async with aiohttp.ClientSession(connector=connector, timeout=timeout) as session:
        return await asyncio.gather(*(fetch_one(session, url) for url in urls))


def main():
    file, max_concurrent, timeout_seconds, ca_file, address = (sys.argv[1:] + ["", ""])[:5]
    with open(file, encoding="utf-8") as lines:
        urls = [line.strip() for line in lines]
    results = asyncio.run(optimized_fetch(urls, int(max_concurrent), float(timeout_seconds), ca_file, address))
    answered = [length for _, length, error in results if error is None]
    print(len(answered), sum(answered))


if __name__ == "__main__":
    main()
