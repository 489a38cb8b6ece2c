"""Write the program's real output into the documents; ``--check`` only tells whether it is current.

A block to be filled stands under ``<!-- output: COMMAND -->`` or ``<!-- output: COMMAND | 12 -->``,
the latter for the first 12 lines.
"""

import argparse
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ("README.md", "README.zh-CN.md", "CONTRIBUTING.md")
_BLOCK = re.compile(r"(<!-- output: reportcheck (?P<arguments>.+?)(?: \| (?P<lines>\d+))? -->\n```text\n)(?P<old>.*?)(```\n)", re.DOTALL)


def main() -> int:
    """Write or check the documents; return 1 where one is out of date."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing, fail where a document is out of date")
    check = parser.parse_args().check
    stale = [name for name in DOCUMENTS if not _settle(ROOT / name, check=check)]
    for name in stale:
        print(f"{name} is out of date: run make docs", file=sys.stderr)
    return int(bool(stale))


def _settle(path: Path, *, check: bool) -> bool:
    text = path.read_text(encoding="utf-8")
    wanted = _BLOCK.sub(_filled, text)
    if check:
        return wanted == text
    path.write_text(wanted, encoding="utf-8", newline="\n")
    return True


def _filled(block: re.Match[str]) -> str:
    shown = output_of(block["arguments"])
    if block["lines"]:
        shown = "".join(shown.splitlines(keepends=True)[: int(block["lines"])]).rstrip() + "\n……\n"
    return f"{block[1]}{shown}{block[5]}"


def output_of(arguments: str) -> str:
    """Run the program as the documents say; trailing blanks at the ends of lines are not shown."""
    command = [sys.executable, "-m", "reportcheck", *shlex.split(arguments)]
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, env={**os.environ, "PYTHONUTF8": "1", "NO_COLOR": "1"}, check=False
    )
    if done.stderr:
        raise SystemExit(f"reportcheck {arguments}: {done.stderr}")
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())


if __name__ == "__main__":
    raise SystemExit(main())
