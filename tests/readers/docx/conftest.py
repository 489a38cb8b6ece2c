from collections.abc import Callable

import pytest

from makers_docx import package, paragraph, run
from reportcheck.document import Document
from reportcheck.readers import docx

FILLER = "全年制定行政规范性文件九件，全部经过合法性审核。" * 12


@pytest.fixture
def opened() -> Callable[..., Document]:
    """Read a body with the given parts; a long paragraph behind it makes it long enough to be a report."""
    return lambda body, **parts: docx.read(package(body + paragraph(run(FILLER)), parts), "稿.docx")


@pytest.fixture
def shown(opened) -> Callable[..., list[str]]:
    """Return the blocks of a body as text."""

    def blocks(body: str, **parts: str) -> list[str]:
        read = opened(body, **parts)
        texts = [read.quote(block.span) for block in read.blocks]
        assert texts[-1] == FILLER
        return texts[:-1]

    return blocks
