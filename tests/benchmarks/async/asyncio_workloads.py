# SPDX-License-Identifier: MIT
"""The workloads of the coroutine benchmark on Python's asyncio."""

import asyncio
import time

SWITCHES, GATHERED, HAND_OVERS = 500_000, 100_000, 200_000  # as in workloads.h


async def yield_often(count):
    for _ in range(count):
        await asyncio.sleep(0)


async def number(value):
    await asyncio.sleep(0)
    return value


async def gather_all():
    values = await asyncio.gather(*(number(i) for i in range(GATHERED)))
    assert values[-1] == GATHERED - 1


async def pass_often(semaphore, count):
    for _ in range(count):
        async with semaphore:
            await asyncio.sleep(0)


async def hand_over():
    semaphore = asyncio.Semaphore(1)
    await asyncio.gather(pass_often(semaphore, HAND_OVERS // 2), pass_often(semaphore, HAND_OVERS // 2))


def tell(workload, coroutine, operations):
    begin = time.perf_counter()
    asyncio.run(coroutine)
    print(f"{workload} {(time.perf_counter() - begin) / operations * 1e9:.1f}")


tell("switch", yield_often(SWITCHES), SWITCHES)
tell("gather", gather_all(), GATHERED)
tell("semaphore", hand_over(), HAND_OVERS)
