"""What must not be repeated: a document in which private numbers are hidden, for all that is shown of it.

A mask is as long as what it hides, so every position in the document still holds.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from reportcheck.document import Document
from reportcheck.outcome import Outcome
from reportcheck.structure.facts import Facts
from reportcheck.text.fold import fold

Masks = Mapping[str, str]
"""By the words to hide: what is shown for them."""
_TELLING = 6
"""As many characters of a number tell more of it than its mask shows."""


def masks(document: Document, outcomes: Iterable[Outcome]) -> Masks:
    """Return what the checks ask to hide, the longest words first."""
    faults = (fault for outcome in outcomes for fault in outcome.faults if fault.shown)
    found: dict[str, str] = {}
    for fault in faults:
        words = document.quote(fault.span)
        # Messages quote folded words too, and words without their spaces.
        for each in (words, fold(words)):
            found[each] = fault.shown
            found["".join(each.split())] = "".join(fault.shown.split())
    assert all(len(words) == len(shown) for words, shown in found.items())  # noqa: S101 - else places would move
    return {words: found[words] for words in sorted(found, key=lambda each: (-len(each), each))}


def hide(text: str, hidden: Masks) -> str:
    """Return a text without the words to hide, wherever they stand."""
    for words, shown in hidden.items():
        text = text.replace(words, shown)
    return text


def hide_cut(text: str, hidden: Masks) -> str:
    """Return a quotation without the words to hide, of which its ends may have cut off a part."""
    text = hide(text, hidden)
    body = text.rstrip("…")
    rest = text[len(body) :]
    for words, shown in hidden.items():
        for size in range(len(words) - 1, _TELLING - 1, -1):
            if body.endswith(words[:size]):
                body = body[:-size] + shown[:size]
            if body.startswith(words[-size:]):
                body = shown[-size:] + body[size:]
    return body + rest


def hide_in(document: Document, hidden: Masks) -> Document:
    """Return the document as it may be shown; the same one where nothing is to be hidden."""
    if not hidden:
        return document
    meta = {name: hide(value, hidden) for name, value in document.meta.items()}
    return document._replace(text=hide(document.text, hidden), meta=meta)


def hide_in_facts(facts: Facts, hidden: Masks) -> Facts:
    """Return the facts as they may be shown."""
    told = facts._asdict() if hidden else {}
    words: dict[str, Any] = {name: hide(value, hidden) for name, value in told.items() if isinstance(value, str)}
    return facts._replace(**words)
