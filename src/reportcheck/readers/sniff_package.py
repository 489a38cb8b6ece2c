"""What a zip package or a compound file (OLE) holds."""

from pathlib import PurePath

from reportcheck.errors import UnreadableDocument
from reportcheck.readers.package import ARCHIVE, OFFICE, Memory, Package

_SHEET = ("这是电子表格，不是报告文档", "报告写在表格里的，请复制到Word或WPS文字里再检查")
_SLIDES = ("这是演示文稿，不是报告文档", "请把报告正文复制到Word或WPS文字里再检查")
_PASSWORD = ("文件有打开密码，读不了", "请在Word或WPS里取消密码后重新保存")
_OTHER_OFFICE = ("不是Word、WPS文字或OFD文档", "请交Word、WPS、PDF、OFD、网页或文本格式的报告")


def zip_format(data: bytes, path: str) -> str:
    """Return the format of a zip; raises UnreadableDocument for what is no report."""
    zipped = PurePath(path).suffix.lower() == ".zip"
    package = Package(Memory(data), path, ARCHIVE if zipped else OFFICE)
    names = {name.lower() for name in package.names}
    if "ofd.xml" in names:
        return "ofd"
    if "[content_types].xml" in names:
        return _ooxml(names, path)
    if "mimetype" in names:
        if package.read("mimetype").startswith(b"application/vnd.oasis.opendocument.text"):
            return "office"
        raise _is(_OTHER_OFFICE, path)
    if zipped:
        raise UnreadableDocument("这是压缩包，不是一份报告", where=path, remedy="用 reportcheck check 检查整个压缩包，或者写明其中哪一个文件")
    raise UnreadableDocument("这是压缩包，里面没有Word或OFD文档的内容", where=path, remedy="请核对文件；如果是一批报告的压缩包，请把扩展名改成.zip")


def _ooxml(names: set[str], path: str) -> str:
    folders = {name.partition("/")[0] for name in names}
    if "word" in folders:
        return "docx"
    raise _is(_SHEET if "xl" in folders else _SLIDES if "ppt" in folders else _OTHER_OFFICE, path)


def compound_format(data: bytes, path: str) -> str:
    """Return ``office`` for Word and WPS files of the old kind; raises UnreadableDocument for the rest."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise _is(_PASSWORD, path)
    if holds("WordDocument"):
        if _word_is_locked(data):
            raise _is(_PASSWORD, path)
        return "office"
    if holds("Workbook"):
        raise _is(_SHEET, path)
    if holds("PowerPoint Document"):
        raise _is(_SLIDES, path)
    raise UnreadableDocument("这是旧格式的复合文件，里面没有Word文档的内容", where=path, remedy="请核对文件是否完整；请交Word、WPS、PDF、OFD、网页或文本格式的报告")


def _word_is_locked(data: bytes) -> bool:
    """Tell whether the document's head, in its usual place, has the mark of a password."""
    head = data[512:524]
    return head.startswith(b"\xec\xa5") and bool(head[11] & 1)


def _is(kind: tuple[str, str], path: str) -> UnreadableDocument:
    return UnreadableDocument(kind[0], where=path, remedy=kind[1])
