"""Files whose XML is sound and says nonsense: read as far as it goes, or refused with a reason, never a crash."""

import copy
import io
import random
import zipfile
from xml.etree import ElementTree as ET

import pytest

import makers_docx
from drafts import REPORT
from reportcheck.errors import UnreadableDocument
from reportcheck.readers import docx, docx_names

NAMES = sorted(name for name in vars(docx_names).values() if isinstance(name, str) and name.startswith("{"))
NAMES += [docx_names.w(name) for name in ("tab", "br", "sym", "ruby", "pict", "tcPr", "lvl", "lvlText", "startOverride", "numStyleLink", "num", "basedOn")]
VALUES = ("", "0", "-1", "99999999999", "x", "一", "begin", "end", "separate", "%1%9%0", "true")
MAKERS = (makers_docx.plain, makers_docx.auto_numbered, makers_docx.tracked, makers_docx.tabled)


def damage(root: ET.Element, choose: random.Random) -> None:
    elements = list(root.iter())
    for _ in range(choose.randrange(12)):
        element, kind = choose.choice(elements), choose.randrange(5)
        if kind == 0:
            element.tag = choose.choice(NAMES)
        elif kind == 1 and len(element):
            del element[choose.randrange(len(element))]
        elif kind == 2:
            element.insert(0, copy.deepcopy(choose.choice(elements[len(elements) // 2 :])))
        elif kind == 3:
            element.set(choose.choice([*element.keys(), docx_names.VAL]), choose.choice(VALUES))
        else:
            element.append(ET.Element(choose.choice(NAMES), {docx_names.VAL: choose.choice(VALUES)}))


def damaged(seed: int) -> bytes:
    choose = random.Random(seed)  # noqa: S311 - no secret
    with zipfile.ZipFile(io.BytesIO(choose.choice(MAKERS)(REPORT))) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    for name, content in files.items():
        if name.startswith("word/") and name.endswith(".xml"):
            root = ET.fromstring(content)  # noqa: S314 - made here
            damage(root, choose)
            files[name] = ET.tostring(root, encoding="unicode")
    return makers_docx.zipped(files)


def test_nonsense_is_read_or_refused() -> None:
    kept = 0
    for seed in range(300):
        try:
            read = docx.read(damaged(seed), "稿.docx")
        except UnreadableDocument as error:
            assert error.where.startswith("稿.docx")  # noqa: PT017 - most files are read
        else:
            kept += 1
            assert [block for block in read.blocks if "\n" in read.quote(block.span)] == []
            assert all(piece.source for piece in read.pieces)
    assert kept > 200


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "word/numbering.xml"])
def test_a_part_that_is_no_xml_is_named(name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(makers_docx.auto_numbered(REPORT))) as archive:
        files = {each: archive.read(each).decode() for each in archive.namelist()}
    with pytest.raises(UnreadableDocument, match=name):
        docx.read(makers_docx.zipped({**files, name: files[name][:-20]}), "稿.docx")
