"""Word files with a given text and everything else that drafts hold: what comments must not disturb."""

import io
import zipfile
from collections.abc import Mapping
from itertools import cycle

import makers_docx
from makers_docx import deleted, package, paragraph, run

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
_R = f'xmlns:r="{_RELATIONS}"'
_TRACK = 'w:id="1" w:author="甲" w:date="2025-01-01T00:00:00Z"'


def repacked(data: bytes, changed: Mapping[str, str]) -> bytes:
    """Return a package with members replaced or added."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    return makers_docx.zipped({**files, **changed})


def with_part(data: bytes, kind: str, name: str, content: str, content_type: str, *, relation: str = "") -> bytes:
    """Return a package in which the main document names one part more."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        types, relations = archive.read("[Content_Types].xml").decode(), archive.read("word/_rels/document.xml.rels").decode()
    override = f'<Override PartName="/word/{name}" ContentType="{content_type}"/></Types>'
    related = f'<Relationship Id="x{name.partition(".")[0]}" Type="{relation or f"{_RELATIONS}/{kind}"}" Target="{name}"/></Relationships>'
    return repacked(
        data,
        {
            "[Content_Types].xml": types.replace("</Types>", override),
            "word/_rels/document.xml.rels": relations.replace("</Relationships>", related),
            f"word/{name}": f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n{content}',
        },
    )


def furnished(text: str) -> bytes:
    """A draft with a table of contents, links, fields, content controls, bookmarks, a text box, notes, sections, header and footer."""
    body = [_CONTENTS, *(shape(line) for shape, line in zip(cycle(_SHAPES), text.splitlines(), strict=False)), _SECTION]
    notes = f'<w:footnote w:id="2"><w:p>{run("数据来自县司法局。")}</w:p></w:footnote>'
    data = package("".join(body), {"footnotes": notes})
    namespaces = f'{_R} xmlns:w="{makers_docx.W}"'
    for kind, root, words in (("header", "hdr", "内部资料"), ("footer", "ftr", "第1页")):
        content = f"<w:{root} {namespaces}><w:p>{run(words)}</w:p></w:{root}>"
        data = with_part(data, kind, f"{kind}1.xml", content, f"{_WML}.{kind}+xml")
    return data


def _linked(line: str) -> str:
    half = len(line) // 2
    return paragraph(f'<w:hyperlink w:anchor="a" w:history="1">{run(line[:half])}</w:hyperlink>{run(line[half:])}')


def _controlled(line: str) -> str:
    third = len(line) // 3
    control = f'<w:sdt><w:sdtPr><w:alias w:val="正文"/></w:sdtPr><w:sdtContent>{run(line[:third])}</w:sdtContent></w:sdt>'
    dated = f'<w:sdt><w:sdtPr><w:date><w:dateFormat w:val="yyyy"/></w:date></w:sdtPr><w:sdtContent>{run(line[third:][:2])}</w:sdtContent></w:sdt>'
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph(control + dated + run(line[third + 2 :]))}</w:sdtContent></w:sdt>"


def _fielded(line: str) -> str:
    third = len(line) // 3
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> DOCPROPERTY y </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(line[:third])}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    simple = f'<w:fldSimple w:instr=" DOCPROPERTY x ">{run(line[third:][:3])}</w:fldSimple>'
    return paragraph(field + simple + run(line[third + 3 :]))


def _noted(line: str) -> str:
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>' if line.endswith("。") else ""
    return paragraph(f'<w:bookmarkStart w:id="7" w:name="x"/>{run(line)}<w:bookmarkEnd w:id="7"/>{mark}')


def _changed(line: str) -> str:
    half = len(line) // 2
    looks = '<w:rPr><w:rFonts w:hint="eastAsia"/><w:b/><w:rPrChange w:id="5" w:author="乙"><w:rPr/></w:rPrChange></w:rPr>'
    formatted = f'<w:r w:rsidR="00AB12CD">{looks}<w:t>{_escaped(line[half:])}</w:t></w:r>'
    return paragraph(f"<w:ins {_TRACK}>{run(line[:half])}</w:ins>{deleted('旧话')}{formatted}")


def _escaped(text: str) -> str:
    """Write some characters as references, as some programs do."""
    return "".join(f"&#x{ord(char):X};" if i % 7 == 3 or char in "&<" else char for i, char in enumerate(text))


def _crowded(line: str) -> str:
    """One run with everything in it: page breaks of the last print, two texts, a picture that holds nothing."""
    half = len(line) // 2
    return paragraph(f"<w:r><w:rPr><w:b/></w:rPr><w:lastRenderedPageBreak/><w:t>{line[:half]}</w:t><w:t>{line[half:]}</w:t><w:softHyphen/></w:r>")


_SHAPES = (lambda line: paragraph(run(line)), _noted, _crowded, _changed, _linked, _controlled, _fielded)
_CONTENTS = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>'
    f'<w:p>{run("目录")}</w:p><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("一、主要举措和成效")}<w:r><w:tab/></w:r>{run("1")}</w:p>'
    '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:sdtContent></w:sdt>'
)
_SECTION = (
    f'<w:sectPr {_R}><w:headerReference w:type="default" r:id="xheader1"/><w:footerReference w:type="default" r:id="xfooter1"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:cols w:num="1"/></w:sectPr>'
)


def boxed(text: str) -> bytes:
    """A draft whose title stands in a text box, twice stored as Word does, and whose signature stands in another."""
    first, *rest, last = text.splitlines()
    return package(_box(first) + "".join(paragraph(run(line)) for line in rest) + _box(last, "此处盖章。"))


def _box(text: str, beside: str = "") -> str:
    inner = f"<w:txbxContent>{paragraph(run(text))}</w:txbxContent>"
    shape = (
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph">'
        '<wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="5000000" cy="600000"/><wp:wrapTopAndBottom/><wp:docPr id="1" name="框"/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5000000" cy="600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx>{inner}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f'<mc:Fallback><w:pict><v:shape style="width:400pt;height:50pt"><v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>'
    )
    return f"<w:p><w:r>{shape}</w:r>{run(beside)}</w:p>"


def discussed(text: str) -> bytes:
    """A draft that two people have commented on, one replying to the other."""
    first, second, *rest = text.splitlines()
    commented = f'<w:commentRangeStart w:id="0"/>{run(first)}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:commentReference w:id="1"/></w:r>'
    data = package(paragraph(commented) + "".join(paragraph(run(line)) for line in (second, *rest)))
    return with_comments(data, comment(0, "王工", "标题再核一下", "0000A001") + comment(1, "李工", "已核", "0000A002"), [("0000A001", ""), ("0000A002", "0000A001")])


def comment(number: int, author: str, text: str, para: str, date: str = "2025-03-01T09:30:00Z") -> str:
    return f'<w:comment w:id="{number}" w:author="{author}" w:date="{date}" w:initials="工"><w:p w14:paraId="{para}">{run(text)}</w:p></w:comment>'


def with_comments(data: bytes, comments: str, threads: list[tuple[str, str]]) -> bytes:
    """Return a package with a part of comments, and one of their threads."""
    data = with_part(data, "comments", "comments.xml", f'<w:comments xmlns:w="{makers_docx.W}" {_W14}>{comments}</w:comments>', f"{_WML}.comments+xml")
    entries = "".join(
        f'<w15:commentEx w15:paraId="{para}"{f" w15:paraIdParent={chr(34)}{parent}{chr(34)}" if parent else ""} w15:done="0"/>' for para, parent in threads
    )
    return with_part(
        data, "commentsExtended", "commentsExtended.xml", f"<w15:commentsEx {_W15}>{entries}</w15:commentsEx>",
        f"{_WML}.commentsExtended+xml", relation="http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
    )  # fmt: skip


def strict(text: str) -> bytes:
    """The strict variant of the format, under another prefix."""
    data = makers_docx.plain(text)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        document = archive.read("word/document.xml").decode()
        relations = archive.read("_rels/.rels").decode()
    other = document.replace("<w:", "<x:").replace("</w:", "</x:").replace(" w:", " x:").replace("xmlns:w=", "xmlns:x=")
    strict_names = other.replace(makers_docx.W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    return repacked(data, {"word/document.xml": strict_names, "_rels/.rels": relations.replace(_RELATIONS, "http://purl.oclc.org/ooxml/officeDocument/relationships")})


MAKERS = (
    makers_docx.plain, makers_docx.auto_numbered, makers_docx.tracked, makers_docx.tabled, furnished, boxed, discussed, strict,
)  # fmt: skip
