"""Copies opened by another program: LibreOffice reads, prints and saves them."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from test_round_trip import by_python_docx
from word_files import comments, covered, flat, kept, ours

import makers_word
from drafts import SAMPLES, read_text
from reportcheck.readers import docx

FAULTS = next(path for path in SAMPLES if "错例" in path.stem)
MAKERS = (*makers_word.MAKERS, by_python_docx)
pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="没有安装LibreOffice")


def convert(folder: Path, to: str, out: str) -> Path:
    files = sorted(str(path) for path in folder.glob("*.docx"))
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", to, "--outdir", str(folder / out), *files],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return folder / out


def blocks(data: bytes) -> list[str]:
    read = docx.read(data, "稿.docx")
    return [read.quote(block.span) for block in read.blocks]


@pytest.fixture
def copies(drafts, tmp_path) -> dict[str, bytes]:
    """Commented copies of all drafts, in a folder of their own."""
    made = {make.__name__: drafts.comment(make(read_text(FAULTS))) for make in MAKERS}
    (tmp_path / "稿.docx").unlink()
    for name, data in made.items():
        (tmp_path / f"{name}.docx").write_bytes(data)
    return made


def test_libreoffice_keeps_text_and_comments(copies, tmp_path, drafts) -> None:
    saved = {path.stem: path.read_bytes() for path in convert(tmp_path, "docx:MS Word 2007 XML", "saved").iterdir()}
    assert sorted(saved) == sorted(copies)
    for name, data in saved.items():
        assert {each.finding for each in ours(data)} == {each.finding for each in ours(copies[name])}, name
        assert len(comments(data)) == len(comments(copies[name])), name
        # Ranges, too: what LibreOffice saw under each comment is what we put it on.
        theirs = {each.finding: words for each in ours(data) if (words := covered(data).get(each.id)) is not None}
        wanted = {each.finding: covered(copies[name])[each.id] for each in ours(copies[name])}
        differing = {key for key, words in theirs.items() if re.sub(r"\s", "", words) != re.sub(r"\s", "", wanted[key])}
        assert len(differing) <= (3 if name in {"boxed", "furnished", "tracked"} else 0), (name, differing)
        # Saved by another program, our comments are still ours: they go when the copy is checked again.
        again = drafts.comment(data, f"{name}2.docx")
        assert len(ours(again)) == len(ours(copies[name])), name
        assert blocks(again) == blocks(data), name


def test_libreoffice_prints_them(copies, tmp_path) -> None:
    printed = convert(tmp_path, 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}', "printed")
    pdfium = pytest.importorskip("pypdfium2", reason="没有安装pypdfium2")
    for name, data in copies.items():
        with pdfium.PdfDocument(printed / f"{name}.pdf") as pdf:
            text = "".join(page.get_textpage().get_text_range() for page in pdf)
            notes = sum(pdfium.raw.FPDFPage_GetAnnotCount(page) for page in pdf)
        assert notes >= len(ours(data)), name
        assert "2024年法治政府建设年度报告" in re.sub(r"\s", "", text), name


def test_the_pages_say_the_same(copies, tmp_path) -> None:
    """Printed without comments, a copy holds the draft's clauses and no others; where pages end is LibreOffice's choice."""
    pdfium = pytest.importorskip("pypdfium2", reason="没有安装pypdfium2")
    for make in MAKERS:
        (tmp_path / f"{make.__name__}-原.docx").write_bytes(make(read_text(FAULTS)))
    printed = convert(tmp_path, 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"false"}}', "printed")

    def clauses(name: str) -> set[str]:
        with pdfium.PdfDocument(printed / f"{name}.pdf") as pdf:
            whole = re.sub(r"\s", "", "".join(page.get_textpage().get_text_range() for page in pdf))
        # The page header stands wherever a page begins.
        return set(re.split(r"[，。；：]", whole.replace("征求意见稿", "")))

    assert {name: found for name in copies if (found := clauses(name) ^ clauses(f"{name}-原"))} == {}


def test_drafts_that_libreoffice_wrote(drafts, tmp_path) -> None:
    for make in MAKERS:
        (tmp_path / f"{make.__name__}.docx").write_bytes(make(read_text(FAULTS)))
    for path in sorted(convert(tmp_path, "docx:MS Word 2007 XML", "saved").iterdir()):
        draft = path.read_bytes()
        after = drafts.comment(draft)
        assert flat(after, {each.id for each in ours(after)}) == flat(draft, set()), path.stem
        assert blocks(after) == blocks(draft), path.stem
        assert kept(after) == kept(draft), path.stem
        assert len(ours(after)) == len(drafts.check(draft).findings) + 1 > 30, path.stem
        assert drafts.comment(after, "副本.docx") == after, path.stem
