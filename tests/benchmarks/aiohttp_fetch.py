# SPDX-License-Identifier: MIT
"""The program Rollcall started from, as one writes it with asyncio and aiohttp: fetch many URLs, N at a time.

    aiohttp_fetch.py FILE MAX_CONCURRENT TIMEOUT_SECONDS

Prints how many of FILE's URLs answered, and the sum of their bytes.
"""

import asyncio
import sys

import aiohttp


async def fetch_one(session, url):
    try:
        async with session.get(url) as response:
            body = await response.read()
            return url, len(body), None
    except Exception as error:  # pylint: disable=broad-except
        return url, 0, str(error)


async def optimized_fetch(urls, max_concurrent, timeout_seconds):
    connector = aiohttp.TCPConnector(limit=max_concurrent)
    timeout = aiohttp.ClientTimeout(total=timeout_seconds)
    async with aiohttp.ClientSession(connector=connector, timeout=timeout) as session:
        return await asyncio.gather(*(fetch_one(session, url) for url in urls))


def main():
    file, max_concurrent, timeout_seconds = sys.argv[1:]
    with open(file, encoding="utf-8") as lines:
        urls = [line.strip() for line in lines]
    results = asyncio.run(optimized_fetch(urls, int(max_concurrent), float(timeout_seconds)))
    answered = [length for _, length, error in results if error is None]
    print(len(answered), sum(answered))


if __name__ == "__main__":
    main()
