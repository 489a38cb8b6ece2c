"""OFD files for tests, written by hand after GB/T 33190: millimetres from the upper left corner."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

from makers_pdf import Words, typeset

NAMESPACE = "http://www.ofdspec.org/2016"
_POINT = 25.4 / 72


class Text(NamedTuple):
    """One text object: its place, its print in millimetres, and what the format allows around it."""

    x: float
    y: float
    text: str
    size: float = 5.6
    attributes: str = ""


def page(texts: Sequence[Text], *, extra: str = "", template: str = "1") -> str:
    """Return the content of one page; ``template`` is the id of what lies under it."""
    objects = "".join(text_object(text, number) for number, text in enumerate(texts, 100))
    under = f'<ofd:Template TemplateID="{template}" ZOrder="Background"/>' if template else ""
    return _document("Page", f'{under}<ofd:Content><ofd:Layer ID="9" Type="Body">{objects}{extra}</ofd:Layer></ofd:Content>')


def text_object(text: Text, number: int = 50) -> str:
    """Return a text object whose characters stand a print size apart, Latin ones half of it."""
    steps = " ".join(f"{text.size / 2 if char.isascii() else text.size:g}" for char in text.text[:-1])
    delta = f' DeltaX="{steps}"' if steps else ""
    box = f"{text.x:g} {text.y - text.size:g} {text.size * len(text.text):g} {text.size * 1.3:g}"
    return (
        f'<ofd:TextObject ID="{number}" Boundary="{box}" Font="3" Size="{text.size:g}" {text.attributes}>'
        f'<ofd:TextCode X="0" Y="{text.size:g}"{delta}>{escape(text.text)}</ofd:TextCode></ofd:TextObject>'
    )


def package(pages: Sequence[str], *, template: str = "", parts: Mapping[str, str] | None = None, prefix: str = "ofd") -> bytes:
    """Return the package of some pages; ``parts`` are added or replace what is there, an empty one is left out."""
    listed = "".join(f'<ofd:Page ID="{number}" BaseLoc="Pages/Page_{number}/Content.xml"/>' for number in range(len(pages)))
    under = '<ofd:TemplatePage ID="1" BaseLoc="Tpls/Tpl_0/Content.xml"/>' if template else ""
    area = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
    members = {
        "OFD.xml": _document("OFD", "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"),
        "Doc_0/Document.xml": _document(
            "Document", f"<ofd:CommonData>{area}{under}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages>"
        ),
        **{f"Doc_0/Pages/Page_{number}/Content.xml": content for number, content in enumerate(pages)},
        **({"Doc_0/Tpls/Tpl_0/Content.xml": template} if template else {}),
        **(parts or {}),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            if content:
                archive.writestr(zipfile.ZipInfo(name), _renamed(content, prefix).encode())
    return buffer.getvalue()


def ofd(text: str) -> bytes:
    """Return a text as official documents are set: 22 lines of 28 characters, page numbers, a head on a template."""
    sheets = typeset(text)
    head = page([Text(28, 20, "法治政府建设年度报告公开件", 4)], template="")
    return package([page([_placed(words) for words in sheet.words]) for sheet in sheets], template=head)


def _placed(words: Words) -> Text:
    return Text(words.x * _POINT, (842 - words.y) * _POINT, words.text, words.size * _POINT)


def _document(name: str, inner: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<ofd:{name} xmlns:ofd="{NAMESPACE}">{inner}</ofd:{name}>'


def _renamed(content: str, prefix: str) -> str:
    """Return the same XML with another prefix, or with none: producers do all of it."""
    if prefix == "ofd":
        return content
    bare = content.replace("<ofd:", f"<{prefix}:" if prefix else "<").replace("</ofd:", f"</{prefix}:" if prefix else "</")
    return bare.replace("xmlns:ofd=", f"xmlns:{prefix}=" if prefix else "xmlns=")
