# SPDX-License-Identifier: MIT
"""What curl, the reference, sees at a URL."""

import hashlib
import json
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

CURL = shutil.which("curl")


def missing():
    """Why curl cannot be asked; None when it can."""
    return None if CURL else "curl is not installed"


@dataclass(frozen=True)
class Seen:
    exit_code: int
    status: int
    wire_bytes: int
    body_bytes: int
    body_sha256: str
    redirects: int
    final_url: str
    content_type: str
    http_version: str
    remote_ip: str


def fetch(url, headers=(), options=()):
    """Fetches twice: once as transferred, once decoded. `headers` replace what curl would send itself."""
    facts, wire = _run(url, headers, options)
    _, body = _run(url, headers, [*options, "--compressed"])
    return Seen(
        exit_code=facts["exitcode"], status=facts["http_code"], wire_bytes=facts["size_download"],
        body_bytes=len(body), body_sha256=hashlib.sha256(body).hexdigest(), redirects=facts["num_redirects"],
        final_url=facts["url_effective"], content_type=facts["content_type"] or "",
        http_version=facts["http_version"], remote_ip=facts["remote_ip"])


def exit_code(url, options=()):
    return _run(url, (), ["--compressed", *options])[0]["exitcode"]


def _run(url, headers, options):
    with tempfile.TemporaryDirectory() as folder:
        body = Path(folder) / "body"
        arguments = [CURL, "--disable", "--silent", "--location", "--max-redirs", "10", "--max-time", "30",
                     "--proto", "=http,https", "--proto-redir", "=http,https", "--noproxy", "*",
                     "--output", str(body), "--write-out", "%{json}"]
        for header in headers:
            arguments += ["--header", header]
        done = subprocess.run([*arguments, *options, url], capture_output=True, check=False, timeout=60)
        return json.loads(done.stdout), body.read_bytes() if body.exists() else b""
