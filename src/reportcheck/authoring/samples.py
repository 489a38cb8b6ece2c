"""Good reports to try rules on: those that the user names, or in a checkout the project's own."""

from collections.abc import Sequence
from pathlib import Path

from reportcheck.document import Document
from reportcheck.readers import read_document
from reportcheck.rulesets.builtin import rules_folder

_GOOD = "云岭县2024年.txt"


def good_samples(paths: Sequence[str]) -> list[Document]:
    """Read the samples; an installed package has none of its own."""
    own = Path(rules_folder()).parent / "samples" / _GOOD
    return [read_document(path) for path in paths or ([str(own)] if own.is_file() else [])]
