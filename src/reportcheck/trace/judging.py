"""How a rule judges: the pieces of which its description in plain Chinese is made."""

from typing import NamedTuple


class Words(NamedTuple):
    """A list of words and what it is for; a book shows some and keeps the rest at hand."""

    use: str
    terms: tuple[str, ...]


class Way(NamedTuple):
    """One way in which reports tell of the thing."""

    words: tuple[Words, ...]
    note: str = ""


class Judging(NamedTuple):
    """How a rule judges: sentences, the ways of telling, and what holds for all of them."""

    sentences: tuple[str, ...]
    ways: tuple[Way, ...] = ()
    after: tuple[str, ...] = ()
    words: tuple[Words, ...] = ()
