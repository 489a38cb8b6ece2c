"""Files as other programs write them: LibreOffice and python-docx."""

import io
import random
import shutil
import subprocess
from pathlib import Path

import pytest

import makers_docx
from drafts import SAMPLES, read_text
from reportcheck.readers import docx

MAKERS = (makers_docx.plain, makers_docx.auto_numbered, makers_docx.tracked, makers_docx.tabled)
needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="没有安装LibreOffice")


def convert(folder: Path, to: str) -> Path:
    """Convert all files of a folder; return the folder of the results."""
    out = folder / "out"
    profile = (folder / "profile").as_uri()
    files = sorted(str(path) for path in folder.iterdir() if path.is_file())
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", to, "--outdir", str(out), *files],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return out


def blocks(data: bytes) -> list[str]:
    read = docx.read(data, "稿.docx")
    return [read.quote(block.span) for block in read.blocks]


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_form_has_the_text_of_the_sample(make, path) -> None:
    assert blocks(make(read_text(path))) == read_text(path).splitlines()


@needs_libreoffice
def test_libreoffice_keeps_every_word(tmp_path: Path) -> None:
    wanted: dict[str, list[str]] = {}
    for index, path in enumerate(SAMPLES):
        text = read_text(path)
        (tmp_path / f"txt{index}.txt").write_text(text, encoding="utf-8-sig")
        wanted[f"txt{index}"] = text.splitlines()
        for make in MAKERS:
            (tmp_path / f"{make.__name__}{index}.docx").write_bytes(make(text))
            wanted[f"{make.__name__}{index}"] = text.splitlines()
    out = convert(tmp_path, "docx:MS Word 2007 XML")
    assert {path.stem: blocks(path.read_bytes()) for path in sorted(out.iterdir())} == dict(sorted(wanted.items()))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_python_docx(path) -> None:
    document = pytest.importorskip("docx.api", reason="没有安装python-docx").Document()
    lines = read_text(path).splitlines()
    document.add_heading(lines[0], 0)
    for line in lines[1:]:
        (document.add_heading if line.startswith(("一、", "二、")) else document.add_paragraph)(line)
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("类别", "件数", "复议", "58"), strict=True):
        cell.text = text
    packed = io.BytesIO()
    document.save(packed)
    read = docx.read(packed.getvalue(), "稿.docx")
    assert [read.quote(block.span) for block in read.blocks] == [*lines, "类别　件数", "复议　58"]
    assert [block.level for block in read.blocks[:1]] == [1]
    assert {read.quote(block.span)[:2] for block in read.blocks[1:] if block.level is not None} == {"一、", "二、"}


FORMATS = ("decimal", "chineseCounting", "chineseCountingThousand", "japaneseCounting", "decimalEnclosedCircle", "upperLetter", "lowerRoman",
           "decimalFullWidth", "ideographTraditional", "chineseLegalSimplified", "ideographZodiac")  # fmt: skip


def random_list(seed: int) -> bytes:
    """Return a document with four levels of numbers, a second list that starts anew, and 20 paragraphs."""
    choose = random.Random(seed)  # noqa: S311 - no secret
    levels = "".join(
        makers_docx.numbering_level(
            i,
            choose.choice(FORMATS),
            choose.choice([f"%{i + 1}、", f"（%{i + 1}）", ".".join(f"%{j + 1}" for j in range(i + 1)), f"第%{i + 1}条"]),
            f'<w:suff w:val="{choose.choice(["tab", "space", "nothing"])}"/>',
        ).replace('<w:start w:val="1"/>', f'<w:start w:val="{choose.choice([1, 1, 1, 3])}"/>')
        for i in range(4)
    )
    override = f'<w:lvlOverride w:ilvl="{choose.randrange(3)}"><w:startOverride w:val="{choose.choice([1, 4])}"/></w:lvlOverride>'
    numbering = f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>' + "".join(
        f'<w:num w:numId="{num}"><w:abstractNumId w:val="0"/>{more}</w:num>' for num, more in ((1, ""), (2, override))
    )
    body, level = [], 0
    for n in range(20):
        level = max(0, min(3, level + choose.choice([-2, -1, 0, 0, 1])))
        properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{1 + (n > 11)}"/></w:numPr>'
        body.append(makers_docx.paragraph(makers_docx.run(f"全年第{n}项工作已经办结。"), properties))
    return makers_docx.package("".join(body), {"numbering": numbering})


@needs_libreoffice
def test_libreoffice_shows_the_same_numbers(tmp_path: Path) -> None:
    files = {f"n{seed:02d}": random_list(seed) for seed in range(30)}
    for name, data in files.items():
        (tmp_path / f"{name}.docx").write_bytes(data)
    out = convert(tmp_path, "txt:Text")

    def lines(text: str) -> list[str]:
        return ["".join(line.split()) for line in text.splitlines() if line.strip()]

    shown = {path.stem: lines(path.read_text(encoding="utf-8-sig")) for path in sorted(out.iterdir())}
    assert {name: lines("\n".join(blocks(data))) for name, data in files.items()} == shown
