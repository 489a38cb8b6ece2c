"""The draft as Markdown."""

from collections.abc import Sequence

from reportcheck.skeleton import Kind, Line

_MARKS = {Kind.TITLE: "# ", Kind.FIRST: "## ", Kind.SECOND: "### ", Kind.THIRD: "#### "}


def render(lines: Sequence[Line]) -> str:
    """Write the draft, a blank line between paragraphs."""
    return "\n\n".join(f"{_MARKS.get(line.kind, '')}{line.text}" for line in lines) + "\n"
