"""Makes distinct reports of invented places from the project's samples: units, figures, gaps, order and wording vary.

``python benchmarks/generate.py FOLDER 1000`` (``--seed 2024 --formats txt,docx,html``): the same seed gives the same bytes.
"""

import argparse
import html
import os
import random
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))
FILE_TIME_NS = 1_740_000_000 * 10**9
"""20 February 2025: what is made does not depend on when."""
DROPPED_SENTENCES, DROPPED_LINES, DROPPED_CAUSES, KEPT_FIGURES, OTHER_WORDS = 0.12, 0.06, 0.3, 0.3, 0.5
FRAME = 3
"""Lines at the beginning and the end that stay: title, addressee, signature, date."""
SHORT = 40
"""Shorter lines are headings."""
_SYLLABLES = "云青南北棠柏临清安宁怀石龙凤金玉松梅兰竹平永丰和泰嘉洛淮沅湘漓沂汶泗颍澄汀泓岚岫"
_NAMES = ("云岭", "南屏", "青檀", "棠湖", "临川")
_FIGURE = re.compile(r"(?<![\d.—-])(?!20\d\d)\d+(?:\.\d+)?(?![\d.]|[年月日]|—)")
_HEADING = re.compile(r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.)[^。]*?(?:。|$)")
_CAUSE = re.compile(r"[，。](?:主要原因是|由于|原因是|根子在)[^。]*")
_SYNONYMS = (
    ("制定", "出台"), ("全年", "年内"), ("组织", "开展"), ("办结", "审结"), ("发现", "查出"), ("公布", "公开"),
    ("推进", "推动"), ("建立", "建成"), ("督促", "责令"), ("举办", "办了"), ("提出", "给出"), ("落实", "落地"),
)  # fmt: skip
_CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def main() -> int:
    """Write a folder of reports."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=2024)
    parser.add_argument("--formats", default="txt")
    arguments = parser.parse_args()
    write(arguments.folder, arguments.count, seed=arguments.seed, formats=tuple(arguments.formats.split(",")))
    return 0


def write(folder: Path, count: int, *, seed: int = 2024, formats: tuple[str, ...] = ("txt",)) -> None:
    """Write reports, a hundred a folder, the formats in turn."""
    for number in range(count):
        form = formats[number % len(formats)]
        path = folder / f"{number // 100:04}" / f"{number:06}.{form}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(FORMATS[form](text(number, seed)))
        os.utime(path, ns=(FILE_TIME_NS, FILE_TIME_NS))


def text(number: int, seed: int = 2024) -> str:
    """Return a report that no other number gives."""
    chance = random.Random(seed * 1_000_003 + number)  # noqa: S311 - texts, not secrets
    lines = SAMPLES[number % len(SAMPLES)].read_text(encoding="utf-8").splitlines()
    told = "\n".join(_varied(lines, chance))
    for old, new in _SYNONYMS:
        if chance.random() < OTHER_WORDS:
            told = told.replace(old, new)
    name = _name(number)
    for old in _NAMES:
        told = told.replace(old, name)
    return _FIGURE.sub(lambda found: _figure(found.group(), chance), told) + "\n"


def _name(number: int) -> str:
    size = len(_SYLLABLES)
    return "".join(_SYLLABLES[number // size**place % size] for place in range(2 if number < size**2 else 4 - (number < size**3)))


def _varied(lines: list[str], chance: random.Random) -> Iterator[str]:
    """Leave lines and sentences out, and put sentences in another order; title, frame and headings stay."""
    for position, line in enumerate(lines):
        if position < FRAME or position > len(lines) - FRAME or len(line) < SHORT:
            yield line
        elif chance.random() > DROPPED_LINES:
            yield _reordered(_CAUSE.sub("", line) if chance.random() < DROPPED_CAUSES else line, chance)


def _reordered(line: str, chance: random.Random) -> str:
    heading = _HEADING.match(line)
    start = heading.end() if heading else 0
    told = [each for each in re.findall(r"[^。]+。?", line[start:]) if chance.random() > DROPPED_SENTENCES]
    if not heading:
        chance.shuffle(told)
    return line[:start] + "".join(told)


def _figure(figure: str, chance: random.Random) -> str:
    """Keep the size and the decimals of a figure; small ones, which often count items, stay more often."""
    if len(figure) == 1 or chance.random() < KEPT_FIGURES:
        return figure
    return re.sub(r"[3-9]", lambda _: chance.choice("3456789"), figure)


def _docx(told: str) -> bytes:
    body = "".join(f'<w:p><w:r><w:t xml:space="preserve">{html.escape(line)}</w:t></w:r></w:p>' for line in told.splitlines())
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in (("[Content_Types].xml", _CONTENT_TYPES), ("_rels/.rels", _RELATIONS), ("word/document.xml", document)):
            package.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return data.getvalue()


def _html(told: str) -> bytes:
    title, *lines = told.splitlines()
    paragraphs = "\n".join(f"<p>{html.escape(line)}</p>" for line in lines)
    page = (
        f'<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>{html.escape(title)}</title></head><body>'
        f'<div class="nav"><a href="/">首页</a> <a href="/zwgk">政务公开</a></div><h1>{html.escape(title)}</h1>'
        f'<div id="zoom">\n{paragraphs}\n</div><div class="share">分享 打印 关闭</div></body></html>'
    )
    return page.encode()


FORMATS: Mapping[str, Callable[[str], bytes]] = {"txt": str.encode, "docx": _docx, "html": _html}


if __name__ == "__main__":
    raise SystemExit(main())
