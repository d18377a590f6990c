# SPDX-License-Identifier: MIT
"""Holds each C++ snippet of a page against a source that is compiled: it must stand there, word for word.

    readme_snippets.py PAGE SOURCE
"""

import re
import sys
from pathlib import Path


def main():
    page, source = (Path(argument).read_text(encoding="utf-8") for argument in sys.argv[1:3])
    snippets = re.findall(r"^```cpp\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    missing = [snippet for snippet in snippets if snippet not in source]
    for snippet in missing:
        print(f"not in {sys.argv[2]}:\n{snippet}")
    print(f"{len(snippets) - len(missing)} of {len(snippets)} snippets of {sys.argv[1]} are compiled")
    sys.exit(0 if snippets and not missing else 1)


if __name__ == "__main__":
    main()
