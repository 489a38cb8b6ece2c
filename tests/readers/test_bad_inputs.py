"""What cannot be read is told in Chinese: what is wrong, where, and what to do; nothing crashes, nothing is written."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import makers_bad as bad
import makers_html
import makers_pdf
from drafts import REPORT
from reportcheck import readers
from reportcheck.cli import main
from reportcheck.errors import ExitCode, UnreadableDocument
from reportcheck.readers import read_bytes, read_document

TOO_SHORT = "，不足200字，无法当作报告检查（请确认文件不是空的、不是扫描图片，也不是外文材料）"
RESAVE = "（请用Word、WPS或OFD软件重新另存一份；打不开就请报送单位重新发送）"
REFETCH = "（文件可能没有下载完整，或者被改过扩展名，请重新取得文件）"
DOUBTFUL = "（请核对文件来源，只交报告正文）"
UNLOCK = "（请取消密码后重新保存）"
NOT_TEXT = "文件里有空字节，不是文本文件（请交Word、WPS或文本格式的报告）"
BODY = "word/document.xml"
TYPES = "[Content_Types].xml"

# What is made only when its row is run: some are large.
BAD: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "empty text": ("空.txt", lambda: b"", f"空.txt：只读出0个汉字{TOO_SHORT}"),
    "blank text": ("空.txt", lambda: b"\n\n  \n", f"空.txt：只读出0个汉字{TOO_SHORT}"),
    "only a BOM": ("空.txt", lambda: b"\xef\xbb\xbf", f"空.txt：只读出0个汉字{TOO_SHORT}"),
    "empty docx": ("空.docx", lambda: b"", "空.docx：文件是空的（0字节）（请核对是否已经保存，或者重新取得文件）"),
    "short text": ("短.txt", ("依" * 199).encode, f"短.txt：只读出199个汉字{TOO_SHORT}"),
    "mostly furniture": ("网页.txt", ("依" * 100 + "\n" + "网站首页\n" * 60).encode, f"网页.txt：只读出100个汉字{TOO_SHORT}"),
    "english": ("english.txt", lambda: b"The county adopted nine rules this year.\n" * 40, f"english.txt：只读出0个汉字{TOO_SHORT}"),
    "half a docx": ("半.docx", lambda: bad.DOCX[: len(bad.DOCX) // 2], f"半.docx：文件不完整或已损坏（缺少压缩包的目录）{RESAVE}"),
    "half a pdf": ("半.pdf", lambda: bad.PDF[: len(bad.PDF) // 2], "半.pdf：PDF文件不完整或已损坏，打不开（请重新导出或重新下载；打不开就请报送单位重新发送）"),
    "half an ofd": ("半.ofd", lambda: bad.OFD[: len(bad.OFD) // 2], f"半.ofd：文件不完整或已损坏（缺少压缩包的目录）{RESAVE}"),
    "half a zip": ("半.zip", lambda: bad.zipped([("报告.txt", REPORT.encode())])[:-30], "半.zip：文件不完整或已损坏（缺少压缩包的目录）（请重新打包，或者重新取得压缩包）"),
    "the start of a docx": ("头.docx", lambda: bad.DOCX[:3], f"头.docx：扩展名是.docx，内容却不是Word文档{REFETCH}"),
    "anything as docx": ("乱.docx", lambda: b"\0\1\2\3" * 99, f"乱.docx：扩展名是.docx，内容却不是Word文档{REFETCH}"),
    "anything as pdf": ("乱.pdf", lambda: b"\1\0" * 99, f"乱.pdf：扩展名是.pdf，内容却不是PDF文档{REFETCH}"),
    "a picture": ("图.txt", lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "图.txt：这是图片，里面没有可以检查的文字（请向报送单位要Word原件，或者先用WPS等软件识别成文字（OCR））"),
    "a photo as docx": ("图.docx", lambda: b"\xff\xd8\xff\xe0" + bytes(99), "图.docx：这是图片，里面没有可以检查的文字（请向报送单位要Word原件，或者先用WPS等软件识别成文字（OCR））"),
    "rar": ("报告.rar", lambda: b"Rar!\x1a\x07\1\0", "报告.rar：这是压缩包，还不能直接读（请先解压，或者改成.zip格式）"),
    "program": ("报告.doc", lambda: b"MZ\x90\0" + bytes(99), "报告.doc：这是程序或数据文件，不是报告（请核对文件；请交Word、WPS、PDF、OFD、网页或文本格式的报告）"),
    "sheet": ("表.docx", lambda: bad.zipped([(TYPES, b"<a/>"), ("xl/workbook.xml", b"<a/>")]), "表.docx：这是电子表格，不是报告文档（报告写在表格里的，请复制到Word或WPS文字里再检查）"),
    "old sheet": ("表.doc", lambda: bad.ole("Workbook"), "表.doc：这是电子表格，不是报告文档（报告写在表格里的，请复制到Word或WPS文字里再检查）"),
    "slides": ("片.wps", lambda: bad.ole("PowerPoint Document"), "片.wps：这是演示文稿，不是报告文档（请把报告正文复制到Word或WPS文字里再检查）"),
    "old file of another kind": ("旧.doc", lambda: bad.ole("Catalog"), "旧.doc：这是旧格式的复合文件，里面没有Word文档的内容（请核对文件是否完整；请交Word、WPS、PDF、OFD、网页或文本格式的报告）"),
    "zip as docx": ("包.docx", lambda: bad.zipped([("a.txt", b"x")]), "包.docx：这是压缩包，里面没有Word或OFD文档的内容（请核对文件；如果是一批报告的压缩包，请把扩展名改成.zip）"),
    "zip as a report": ("包.zip", lambda: bad.zipped([("a.txt", b"x")]), "包.zip：这是压缩包，不是一份报告（用 reportcheck check 检查整个压缩包，或者写明其中哪一个文件）"),
    "password on docx": ("密.docx", lambda: bad.ole("EncryptedPackage"), "密.docx：文件有打开密码，读不了（请在Word或WPS里取消密码后重新保存）"),
    "password on doc": ("密.doc", lambda: bad.ole("WordDocument", b"\xec\xa5\xc1" + bytes(8) + b"\1"), "密.doc：文件有打开密码，读不了（请在Word或WPS里取消密码后重新保存）"),
    "password on zip": ("密.docx", lambda: bad.encrypted(bad.DOCX), f"密.docx（{TYPES}）：有密码，读不了{UNLOCK}"),
    "password on ofd": ("密.ofd", lambda: bad.encrypted(bad.OFD), f"密.ofd（OFD.xml）：有密码，读不了{UNLOCK}"),
    "password on pdf": ("密.pdf", lambda: makers_pdf.pdf(makers_pdf.typeset(REPORT), password=bad.PASSWORD), f"密.pdf：有密码，打不开{UNLOCK}"),
    "locked by the office": ("密.docx", lambda: b"b\x14#e" + bytes(16) + b"E-SafeNet" + bytes(99), "密.docx：文件被加密软件锁定，读不了（请在装有加密软件的电脑上解密后再检查）"),
    "bomb by ratio": ("弹.docx", lambda: bad.docx_of(b"<a>" + b" " * 20_000_000 + b"</a>"), f"弹.docx（{BODY}）：解压后过大，可能是压缩炸弹（20KB解压成20MB）{DOUBTFUL}"),
    "bomb by size": ("弹.docx", lambda: bad.docx_of(bad.huge(40_000_000)), f"弹.docx（{BODY}）：解压后过大，可能是压缩炸弹（746KB解压成39MB）{DOUBTFUL}"),
    "bomb that lies": ("弹.docx", lambda: bad.lying(BODY, b"<a>" + b" " * 3_000_000 + b"</a>", 100), f"弹.docx（{BODY}）：内容损坏，或者是压缩炸弹（大小与目录不符）{RESAVE}"),
    "too many parts": ("多.docx", lambda: bad.zipped([(f"word/{n}", b"") for n in range(5001)]), f"多.docx：里面有5001个文件，超过5000个{DOUBTFUL}"),
    "deep docx": ("深.docx", lambda: bad.docx_of(b"<a>" * 100_000 + b"</a>" * 100_000), f"深.docx（{BODY}）：内容嵌套超过256层，可能是恶意文件{RESAVE}"),
    "deep ofd": ("深.ofd", lambda: bad.with_parts(bad.OFD, {"OFD.xml": b"<a>" * 257 + b"</a>" * 257}), f"深.ofd（OFD.xml）：内容嵌套超过256层，可能是恶意文件{RESAVE}"),
    "deep html": ("深.html", lambda: b"<html>" + b"<div>" * 100_000, "深.html：网页标签一层套一层，超过1000层（请用浏览器打开，把报告正文复制到Word或文本文件里再检查）"),
    "entity in docx": ("实.docx", lambda: bad.docx_of(b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'), f"实.docx（{BODY}）：含有DTD或实体声明，正常的文件不会有，可能是恶意文件{RESAVE}"),
    "entity in UTF-16": ("实.docx", lambda: bad.docx_of('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'.encode("utf-16")), f"实.docx（{BODY}）：含有DTD或实体声明，正常的文件不会有，可能是恶意文件{RESAVE}"),
    "DTD in ofd": ("实.ofd", lambda: bad.with_parts(bad.OFD, {"OFD.xml": b'<!-- x --><!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'}), f"实.ofd（OFD.xml）：含有DTD或实体声明，正常的文件不会有，可能是恶意文件{RESAVE}"),
    "undeclared entity": ("实.docx", lambda: bad.docx_of(b"<a>&x;</a>"), f"实.docx（{BODY}）：内容损坏（不是完整的XML）{RESAVE}"),
    "absolute name": ("绝.docx", lambda: bad.with_parts(bad.DOCX, {"/etc/passwd": b"x"}), f"绝.docx（/etc/passwd）：名称是绝对路径，正常的文件不会有，可能是恶意文件{RESAVE}"),
    "drive in a name": ("盘.docx", lambda: bad.with_parts(bad.DOCX, {"C:/x": b"x"}), f"盘.docx（C:/x）：名称是绝对路径，正常的文件不会有，可能是恶意文件{RESAVE}"),
    "name that leads out": ("上.ofd", lambda: bad.with_parts(bad.OFD, {"Doc_0/../../x": b"x"}), f"上.ofd（Doc_0/../../x）：名称指向压缩包以外（含“..”），正常的文件不会有，可能是恶意文件{RESAVE}"),
    "name with a new line": ("行.docx", lambda: bad.with_parts(bad.DOCX, {"..\\\n\x1b[2Jx": b"x"}), f"行.docx（../��[2Jx）：名称指向压缩包以外（含“..”），正常的文件不会有，可能是恶意文件{RESAVE}"),
    "overlapping parts": ("叠.docx", bad.overlapping, f"叠.docx（{BODY}）：与别的部分重叠，或者超出文件{RESAVE}"),
    "one name twice": ("重.docx", bad.twice, f"重.docx（{BODY}）：同一个名称出现两次{RESAVE}"),
    "wrong check sum": ("校.docx", lambda: bad.broken_sum(bad.DOCX, BODY), f"校.docx（{BODY}）：内容损坏（校验不符）{RESAVE}"),
    "rare compression": ("压.docx", lambda: bad.zipped([(TYPES, b"<a/>"), (BODY, b"<a/>")], bad.LZMA), f"压.docx（{TYPES}）：用了本程序不支持的压缩方法{RESAVE}"),
    "docx without a body": ("缺.docx", lambda: bad.zipped([(TYPES, b"<a/>"), ("word/x.xml", b"<a/>")]), "缺.docx：这个Word文件里没有正文（请用Word或WPS打开，另存为.docx后再检查）"),
    "NUL in docx": ("零.docx", lambda: bad.docx_of(b"<a>\0</a>"), f"零.docx（{BODY}）：内容损坏（不是完整的XML）{RESAVE}"),
    "NUL in text": ("零.txt", lambda: REPORT.encode() + b"\0", f"零.txt：{NOT_TEXT}"),
    "NUL in html": ("零.html", ("<html><p>" + "依法" * 300 + "\0</p>").encode, f"零.html：{NOT_TEXT}"),
    "NUL in pdf": ("零.pdf", lambda: b"%PDF-1.7\n" + bytes(999), "零.pdf：PDF文件不完整或已损坏，打不开（请重新导出或重新下载；打不开就请报送单位重新发送）"),
}


def fault(path: Path) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        read_document(path)
    assert caught.value.exit_code is ExitCode.UNREADABLE
    return str(caught.value).replace(f"{path.parent}{os.sep}", "")


@pytest.mark.parametrize("case", BAD)
def test_what_is_said(case: str) -> None:
    name, make, message = BAD[case]
    with pytest.raises(UnreadableDocument) as caught:
        read_bytes(make(), name)
    assert str(caught.value) == message


def test_all_of_them_at_once_end_in_3_and_write_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [tmp_path / f"{number}-{name}" for number, (name, _, _) in enumerate(BAD.values())]
    for path, (_, make, _) in zip(paths, BAD.values(), strict=True):
        path.write_bytes(make())
    before = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    assert main(["check", *map(str, paths)]) == ExitCode.UNREADABLE
    assert {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == before
    assert len(capsys.readouterr().err.splitlines()) == len(paths)


def test_a_missing_file(tmp_path: Path) -> None:
    assert fault(tmp_path / "没有.txt") == "没有.txt：没有这个文件（请核对路径；路径里有空格的，整个加上英文双引号）"


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "夹").mkdir()
    message = "夹：文件夹里没有可以检查的报告（可以检查的有：.docx、.pdf、.ofd、.html、.htm、.txt、.text、.md、.markdown，旧的.doc、.wps，以及装着这些文件的.zip）"
    assert fault(tmp_path / "夹") == message


def test_a_folder_without_reports(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "照片.jpg").write_bytes(b"\xff\xd8\xff")
    assert main(["check", str(tmp_path)]) == ExitCode.UNREADABLE
    assert "文件夹里没有可以检查的报告" in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="这个系统没有管道文件")
def test_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道.txt")
    assert fault(tmp_path / "管道.txt") == "管道.txt：不是普通文件（请核对路径）"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="这个系统没有 /dev/zero")
def test_a_device() -> None:
    assert fault(Path("/dev/zero")) == "zero：不是普通文件（请核对路径）"


def test_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "链接.docx").symlink_to(tmp_path / "没有.docx")
    assert fault(tmp_path / "链接.docx") == "链接.docx：链接（快捷方式）指向的文件不存在（请核对路径）"


def test_a_file_of_200_megabytes(tmp_path: Path) -> None:
    with (tmp_path / "大.docx").open("wb") as handle:
        handle.truncate(200 * 1024 * 1024)
    assert fault(tmp_path / "大.docx") == "大.docx：文件超过64MB（请只交报告正文）"


def test_a_file_that_is_larger_than_the_disk_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "大.txt").write_bytes(b"\n" * 2000)
    monkeypatch.setattr(readers, "MAX_BYTES", 1024)
    monkeypatch.setattr(Path, "stat", lambda self, **_: os.stat_result((0o100644, *[0] * 9)))  # noqa: ARG005 - Path.stat's signature
    assert fault(tmp_path / "大.txt") == "大.txt：文件超过0MB（请只交报告正文）"


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (PermissionError(13, "x"), "锁.txt：没有权限读取（请检查文件权限，或关闭占用它的程序）"),
        (OSError(5, "Input/output error"), "锁.txt：读取失败（Input/output error）（请核对路径和磁盘）"),
    ],
)
def test_errors_of_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, message: str) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise error

    (tmp_path / "锁.txt").write_text(REPORT, encoding="utf-8")
    monkeypatch.setattr("reportcheck.readers.open", refuse, raising=False)
    assert fault(tmp_path / "锁.txt") == message


def test_a_name_that_no_disk_takes() -> None:
    with pytest.raises(UnreadableDocument, match=r"没有这个文件|读取失败"):
        read_document("长" * 400 + ".txt")


def test_a_null_character_in_the_name() -> None:
    with pytest.raises(UnreadableDocument):
        read_document("甲\0乙.txt")


@pytest.mark.parametrize("name", ["甲\n乙\x1b[2J.docx", "报告😀.docx"])
def test_a_name_of_any_characters(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    (tmp_path / name).write_bytes(b"")
    assert main(["check", str(tmp_path / name)]) == ExitCode.UNREADABLE
    told = capsys.readouterr()
    shown = name.replace("\n", " ").replace("\x1b", " ")
    assert told.err.endswith(f"{shown}：文件是空的（0字节）（请核对是否已经保存，或者重新取得文件）\n")
    assert "\x1b" not in told.out


FORMS = {"docx": bad.DOCX, "ofd": bad.OFD, "pdf": bad.PDF, "html": makers_html.clean(REPORT), "txt": REPORT.encode("gb18030"), "md": REPORT.encode()}


def read_or_refuse(data: bytes, name: str) -> None:
    try:
        text = read_bytes(data, name).text
    except UnreadableDocument as error:
        text = str(error)
    assert text


@given(st.binary(max_size=2000), st.sampled_from([b"", b"PK\x03\x04", b"PK\x05\x06", b"%PDF-1.7\n", bad.OLE, b"<html>", b"MIME-Version: 1.0\n"]), st.sampled_from(sorted(FORMS)))
def test_random_bytes_raise_nothing_else(data: bytes, head: bytes, suffix: str) -> None:
    read_or_refuse(head + data, f"稿.{suffix}")


@pytest.mark.parametrize("suffix", FORMS)
@given(st.data())
def test_mutated_files_raise_nothing_else(suffix: str, data: st.DataObject) -> None:
    content = bytearray(FORMS[suffix])
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.one_of(st.just(len(content)), st.integers(0, len(content))))
    read_or_refuse(bytes(content[:end]), f"稿.{suffix}")


@pytest.mark.parametrize("suffix", ["docx", "ofd"])
@given(st.data())
def test_mutated_parts_raise_nothing_else(suffix: str, data: st.DataObject) -> None:
    parts = bad.parts_of(FORMS[suffix])
    name = data.draw(st.sampled_from(sorted(parts)))
    content = bytearray(parts[name])
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content)))
        content[at : at + data.draw(st.integers(0, 30))] = data.draw(st.sampled_from([b"", b"0", b"-1", b"99999999999", b"<", b"/>", b'"', b"x", b"<w:p>", b"1e999 nan"]))
    read_or_refuse(bad.with_parts(FORMS[suffix], {name: bytes(content)}), f"稿.{suffix}")


@pytest.mark.parametrize("mark", ["<!--", "<p ", "* ", "(", "发布时间：", "— 3 —\n", "一、"])
@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
def test_marks_without_end_are_read_in_proportion_to_their_number(mark: str, suffix: str) -> None:
    text = "依" * 300 + mark * 40_000
    started = time.process_time()
    read_or_refuse(text.encode(), f"稿.{suffix}")
    # A pattern that looks to the end of the text from each mark takes minutes here.
    assert time.process_time() - started < 20
