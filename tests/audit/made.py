"""Folders of made-up reports for audits, and the contents of stores to compare."""

import os
import random
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

from drafts import REPORT, ROOT

_SYLLABLES = "云青南北棠柏临清安宁怀石龙凤金玉"
FOREIGN_YEAR_NS = 1_740_000_000 * 10**9
"""20 February 2025: files are dated, so that two folders with the same texts make the same store."""


def report(number: int) -> str:
    """Return a report of a place of its own, with figures of its own."""
    chance = random.Random(number)  # noqa: S311 - figures, not secrets
    place = f"{_SYLLABLES[number % 16]}{_SYLLABLES[number // 16 % 16]}岭县"
    text = REPORT.replace("云岭县", place)
    return text.replace("58件", f"{chance.randint(60, 900)}件").replace("210份", f"{chance.randint(200, 900)}份").replace("12名", f"{number + 10}名")


def write(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    os.utime(path, ns=(FOREIGN_YEAR_NS, FOREIGN_YEAR_NS))
    return path


def write_folder(folder: Path, count: int, first: int = 0) -> Path:
    """Write so many reports, some in an archive, and beside them what cannot be read and what is no report."""
    for number in range(first, first + count):
        write(folder / f"{number % 7}区" / f"{number:04}.txt", report(number).encode())
    write(folder / "空.txt", b"")
    write(folder / "坏.docx", b"PK\x03\x04 nothing")
    write(folder / "通知.txt", ("关于召开会议的通知\n" + "请各单位按时参加会议，自带材料。" * 30).encode())
    archive = folder / "包.zip"
    with zipfile.ZipFile(archive, "w") as pack:
        for number in range(3):
            pack.writestr(zipfile.ZipInfo(f"内/{number}.txt"), report(90_000 + number))
    os.utime(archive, ns=(FOREIGN_YEAR_NS, FOREIGN_YEAR_NS))
    return folder


def contents(path: Path) -> dict[str, list[tuple]]:
    """Return every table but the record of runs, sorted."""
    connection = sqlite3.connect(path)
    try:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in names if name != "run"}  # noqa: S608
    finally:
        connection.close()


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "reportcheck", "audit", *map(str, arguments)]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}"}


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(*arguments), capture_output=True, text=True, encoding="utf-8", env=environment(), check=False)
