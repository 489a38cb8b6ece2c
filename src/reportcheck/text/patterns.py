"""Regular expressions that are compiled only when a text may match them.

To compile one with Chinese characters in it takes up to a millisecond, more than to search a report with it,
and of what most of them look for most reports hold nothing.
"""

import re
import sys
from collections.abc import Iterator

_SET = re.compile(r"(?<=.)(?<!\\)\[([^\\^\[\]-]{3,})\](?!\{0,|[+*])", re.DOTALL)


def compiled(source: str) -> re.Pattern[str]:
    """Compile an expression, its sets of Chinese characters spelt out: 省|市|县 compiles three times as fast as [省市县]."""
    return re.compile(_SET.sub(_spelt_out, source))


def _spelt_out(found: re.Match[str]) -> str:
    # The last choice never matches: without it the compiler would make a set of them again.
    choices = found[1] if found[1].isalnum() else [re.escape(char) for char in found[1]]
    return found[0] if found[1].isascii() else f"(?:{'|'.join(choices)}|(?!){choices[0]})"


class Pattern:
    """A regular expression; ``needs`` are words of which every match holds one (none: it is compiled at first use)."""

    __slots__ = ("_compiled", "needs", "source")

    def __init__(self, source: str, *needs: str) -> None:
        self.source = source
        self.needs = needs
        self._compiled: re.Pattern[str] | None = None

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Find the first match between two offsets."""
        return self._ready().search(text, start, end) if self.may_match(text, start, end) else None

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Match at an offset."""
        return self._ready().match(text, start, end) if self.may_match(text, start, end) else None

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Match all between two offsets."""
        return self._ready().fullmatch(text, start, end) if self.may_match(text, start, end) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Find all matches between two offsets."""
        return self._ready().finditer(text, start, end) if self.may_match(text, start, end) else iter(())

    def sub(self, replacement: str, text: str) -> str:
        """Return the text with something else for every match."""
        return self._ready().sub(replacement, text) if self.may_match(text) else text

    def may_match(self, text: str, start: int = 0, end: int = sys.maxsize) -> bool:
        """Tell whether a text holds what a match needs."""
        if not self.needs:
            return True
        for word in self.needs:  # noqa: SIM110 - any() would take three times as long, and this is asked for every clause
            if text.find(word, start, end) >= 0:
                return True
        return False

    def _ready(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = compiled(self.source)
        return self._compiled
