# SPDX-License-Identifier: MIT
"""An authority and a certificate by it, for servers under test."""

import shutil
import subprocess

OPENSSL = shutil.which("openssl")


def missing():
    """Why no certificate can be made; None when one can."""
    return None if OPENSSL else "openssl is not installed"


def make(folder, names):
    """Makes both in `folder`; names: "DNS:*.example.test", "IP:127.0.0.1". Returns the authority's file and nginx's
    directives for the certificate."""
    def openssl(*arguments):
        subprocess.run([OPENSSL, *arguments], cwd=folder, check=True, capture_output=True)

    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    openssl("req", "-x509", *key, "-subj", "/CN=Test authority", "-keyout", "ca.key", "-out", "ca.pem")
    openssl("req", "-x509", *key, "-subj", "/CN=server", "-CA", "ca.pem", "-CAkey", "ca.key", "-keyout", "server.key",
            "-addext", f"subjectAltName={','.join(names)}", "-addext", "basicConstraints=critical,CA:FALSE",
            "-out", "server.pem")
    return (folder / "ca.pem", f"ssl_certificate {folder}/server.pem; ssl_certificate_key {folder}/server.key;")
