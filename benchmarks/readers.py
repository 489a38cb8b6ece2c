"""Times the readers: CPU milliseconds for a document of 5,000 characters in every form, and as ratios to .txt.

``python benchmarks/readers.py`` needs the packages of ``[dev]``; the PDF of LibreOffice is measured where it is installed.
"""

import gc
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "src")]

import makers_docx  # noqa: E402 - the documents are those of the tests
import makers_html  # noqa: E402
import makers_ofd  # noqa: E402
import makers_pdf  # noqa: E402

from reportcheck.readers import read_bytes  # noqa: E402

LENGTH = 5000
ROUNDS = 7
SECONDS = 0.25


class Form(NamedTuple):
    """A form of the text; ``target`` in milliseconds."""

    name: str
    suffix: str
    data: bytes
    target: float | None = None


def main() -> int:
    """Measure every form; return 1 where one misses its target."""
    gc.set_threshold(100_000, 20, 100)  # as the command line sets it
    text = five_thousand()
    timings = [(form, milliseconds(form)) for form in forms(text)]
    floor = timings[0][1]
    print(f"{LENGTH} characters{'KB':>16}{'ms':>8}{'ratio':>8}  target")
    for form, spent in timings:
        target = "" if form.target is None else f"<= {form.target:g} ms {'met' if spent <= form.target else 'MISSED'}"
        print(f"{form.name:<22}{len(form.data) / 1024:>9.0f}{spent:>8.2f}{spent / floor:>8.2f}  {target}".rstrip())
    return int(any(form.target is not None and spent > form.target for form, spent in timings))


def five_thousand() -> str:
    """Return a report of about 5,000 characters: the samples' paragraphs in turn, the first one's frame around them."""
    first, *others = (path.read_text(encoding="utf-8").strip().split("\n") for path in sorted((ROOT / "samples").glob("*.txt")))
    lines = list(first)
    for line in (line for other in others for line in other[2:-2]):
        if sum(map(len, lines)) + len(line) <= LENGTH:
            lines.insert(-2, line)
    return "\n".join(lines)


def forms(text: str) -> Iterator[Form]:
    """Yield the text in every form, .txt first."""
    yield Form("txt", "txt", text.encode())
    yield Form("txt GB18030", "txt", text.encode("gb18030"))
    yield Form("md", "md", text.encode())
    yield from (Form(f"docx {make.__name__}", "docx", make(text), 3.0) for make in _docx_makers())
    yield Form("html", "html", makers_html.clean(text), 3.0)
    yield Form("html furnished", "html", makers_html.furnished(text), 3.0)
    yield Form("ofd", "ofd", makers_ofd.ofd(text))
    yield Form("pdf", "pdf", makers_pdf.pdf(makers_pdf.typeset(text)), 30.0)
    if makers_pdf.has_libreoffice():
        yield Form("pdf by LibreOffice", "pdf", makers_pdf.by_libreoffice(text), 30.0)


def _docx_makers() -> tuple[Callable[[str], bytes], ...]:
    return makers_docx.plain, makers_docx.auto_numbered, makers_docx.tracked, makers_docx.tabled


def milliseconds(form: Form) -> float:
    """Return the CPU time of one reading: the best of some rounds, each of many readings."""
    name = f"报告.{form.suffix}"
    read_bytes(form.data, name)
    return min(_round(form.data, name) for _ in range(ROUNDS))


def _round(data: bytes, name: str) -> float:
    count, start = 0, time.process_time()
    while (spent := time.process_time() - start) < SECONDS:
        read_bytes(data, name)
        count += 1
    return spent / count * 1000


if __name__ == "__main__":
    raise SystemExit(main())
