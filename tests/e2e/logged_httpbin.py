# SPDX-License-Identifier: MIT
"""httpbin as it is, with a line in the file $EVENT_LOG as each request starts and as its answer is complete."""

import os
import threading

from httpbin import app as httpbin

_lock = threading.Lock()
_log = open(os.environ["EVENT_LOG"], "a", encoding="utf-8", buffering=1)


def _note(event, environ):
    with _lock:
        _log.write(f"{event} {environ['PATH_INFO']}\n")


def app(environ, start_response):
    _note("start", environ)
    answer = httpbin(environ, start_response)
    # Noted before the answer goes out, so a client cannot react to it earlier.
    _note("end", environ)
    return answer
