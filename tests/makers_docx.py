"""Word files with a given text, written by hand: what the reader must see through stands in each."""

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FONT = '<w:rPr><w:rFonts w:eastAsia="仿宋_GB2312" w:hint="eastAsia"/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr>'
_TRACK = 'w:id="1" w:author="甲" w:date="2025-01-01T00:00:00Z"'
_NUMBER = re.compile(r"(?P<one>[一二三四五六七八九十]{1,3})、|（(?P<two>[一二三四五六七八九十]{1,3})）|(?P<three>\d{1,2})\.(?!\d)")
_DIGITS = "〇一二三四五六七八九"


def document(body: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>'


def part(name: str, content: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{name} {_NAMESPACES}>{content}</w:{name}>'


def package(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """Return a docx; ``parts`` maps styles, numbering, footnotes… to the content of that part."""
    named = {name: part(name, content) for name, content in (parts or {}).items()}
    relations = "".join(f'<Relationship Id="r{i}" Type="{_RELATIONS}/{name}" Target="{name}.xml"/>' for i, name in enumerate(named))
    opc = "http://schemas.openxmlformats.org/package/2006"
    files = {
        "[Content_Types].xml": f'<Types xmlns="{opc}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
        + "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml"/>'
            for name in named
        )
        + "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{opc}/relationships"><Relationship Id="r1" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": document(body),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{opc}/relationships">{relations}</Relationships>',
        **{f"word/{name}.xml": content for name, content in named.items()},
    }
    return zipped(files)


def zipped(files: Mapping[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content.encode(), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def run(text: str) -> str:
    return f'<w:r>{_FONT}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def paragraph(content: str, properties: str = "") -> str:
    indent = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
    return f"<w:p><w:pPr>{properties}{indent}</w:pPr>{content}</w:p>"


def plain(text: str) -> bytes:
    """One paragraph a line, cut into runs where Word likes to cut: before and behind digits."""
    return package("".join(paragraph("".join(map(run, re.split(r"(\d+)", line)))) for line in text.splitlines()))


def tracked(text: str) -> bytes:
    """What a reviewer leaves behind: words put in and out, a paragraph moved, two paragraphs made one, one struck out."""
    body: list[str] = []
    for i, line in enumerate(text.splitlines()):
        half = len(line) // 2
        body += _TRACKED[i % len(_TRACKED)](line[:half], line[half:])
    return package("".join(body))


def deleted(text: str) -> str:
    return f'<w:del {_TRACK}><w:r><w:rPr><w:b/></w:rPr><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def _mark(name: str) -> str:
    return f"<w:rPr><w:{name} {_TRACK}/></w:rPr>"


def _words_changed(left: str, right: str) -> Iterable[str]:
    yield paragraph(run(left) + deleted("2019年原稿") + f"<w:ins {_TRACK}>{run(right)}</w:ins>")


def _paragraph_struck_out(left: str, right: str) -> Iterable[str]:
    yield paragraph(deleted("五、删去的一段。"), _mark("del"))
    yield paragraph(f"<w:ins {_TRACK}>{run(left)}</w:ins>{run(right)}", _mark("ins"))


def _two_made_one(left: str, right: str) -> Iterable[str]:
    yield paragraph(run(left), _mark("del"))
    yield paragraph(run(right))


def _moved(left: str, right: str) -> Iterable[str]:
    yield paragraph(f'<w:moveFromRangeStart w:id="2" w:name="m"/><w:moveFrom {_TRACK}>{run("原来在这里")}</w:moveFrom>', _mark("moveFrom"))
    yield paragraph(f"<w:moveTo {_TRACK}>{run(left + right)}</w:moveTo>", _mark("moveTo"))


_TRACKED = (_words_changed, _paragraph_struck_out, _two_made_one, _moved)


def tabled(text: str) -> bytes:
    """A report laid out in a table: a merged empty margin at the left, a table in the table for every third line."""
    rows = []
    for i, line in enumerate(text.splitlines()):
        margin = f'<w:tc><w:tcPr><w:vMerge{"" if i else " w:val=" + chr(34) + "restart" + chr(34)}/></w:tcPr><w:p/></w:tc>'
        inner = paragraph(run(line))
        if i % 3 == 2:
            inner = f"<w:tbl><w:tblPr/><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl><w:p/>"
        rows.append(f'<w:tr>{margin}<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{inner}</w:tc></w:tr>')
    middle = len(rows) // 2
    tables = (f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(part)}</w:tbl>" for part in (rows[:middle], rows[middle:]))
    return package("<w:p/>".join(tables) + "<w:p/>")


def auto_numbered(text: str) -> bytes:
    """Numbers made by Word: 一、 by the style, （一） and 1. by the paragraph; a number out of turn starts a list of its own."""
    counts = [0, 0, 0]
    nums = [_num(1)]
    body = []
    for i, line in enumerate(text.splitlines()):
        match = _NUMBER.match(line)
        if match is None or match.lastgroup is None:
            body.append(paragraph(run(line), '<w:pStyle w:val="a3"/>' if i == 0 else ""))
            continue
        level = ("one", "two", "three").index(match.lastgroup)
        wanted = _value(match.group(match.lastgroup))
        counts = [*counts[: level + 1], *[0] * (2 - level)]
        counts[level] += 1
        if counts[level] != wanted:
            counts[level] = wanted
            nums.append(_num(len(nums) + 1, level, wanted))
            properties = _num_pr(level, len(nums))
        else:
            properties = '<w:pStyle w:val="1"/>' if level == 0 else _num_pr(level, 1)
        body.append(paragraph(run(line[match.end() :]), properties))
    return package("".join(body), {"styles": _STYLES, "numbering": _ABSTRACT + "".join(nums)})


def _value(text: str) -> int:
    if text.isascii():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    return (_DIGITS.index(tens) if tens else 1) * 10 * bool(ten) + (_DIGITS.index(ones) if ones else 0)


def _num_pr(level: int, num: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'


def _num(num: int, level: int = 0, start: int = 0) -> str:
    override = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>' if start else ""
    return f'<w:num w:numId="{num}"><w:abstractNumId w:val="0"/>{override}</w:num>'


def numbering_level(level: int, fmt: str, text: str, extra: str = "") -> str:
    return f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{fmt}"/>{extra}<w:lvlText w:val="{text}"/></w:lvl>'


_ABSTRACT = (
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
    + numbering_level(0, "chineseCountingThousand", "%1、", '<w:pStyle w:val="1"/><w:suff w:val="nothing"/>')
    + numbering_level(1, "japaneseCounting", "（%2）", '<w:suff w:val="space"/>')
    + numbering_level(2, "decimal", "%3.")
    + "</w:abstractNum>"
)
_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/><w:basedOn w:val="a"/></w:style>'
)
