"""The common stock of phrases that every report may hold (``stock.txt``): copies of these are no copies."""

import re
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).with_name("stock.txt")
_LEFT_OUT = re.compile(r"[^\w]+|[省市州盟县区旗乡镇]")


@lru_cache(maxsize=1)
def phrases() -> tuple[str, ...]:
    """Return the phrases in the form in which sentences are compared, the longest first."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    keys = {_LEFT_OUT.sub("", line) for line in lines if line and not line.startswith("#")}
    return tuple(sorted(keys, key=lambda key: (-len(key), key)))


def chinese_outside_stock(key: str) -> int:
    """Count the Chinese characters of a sentence's words that belong to no phrase of the stock."""
    for phrase in phrases():
        if phrase in key:
            key = key.replace(phrase, "")
    return sum("一" <= char <= "龥" for char in key)
