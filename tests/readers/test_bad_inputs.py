"""What cannot be read is told in Chinese: what is wrong, where, and what to do."""

import os
from pathlib import Path

import pytest

from drafts import REPORT
from reportcheck import readers
from reportcheck.errors import ExitCode, UnreadableDocument
from reportcheck.readers import SUFFIXES, read_bytes, read_document


def fault(path: Path) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        read_document(path)
    assert caught.value.exit_code is ExitCode.UNREADABLE
    return str(caught.value).replace(f"{path.parent}{os.sep}", "")


TOO_SHORT = "，不足200字，无法当作报告检查（请确认文件不是空的、不是扫描图片，也不是外文材料）"


def test_a_missing_file(tmp_path: Path) -> None:
    assert fault(tmp_path / "没有.txt") == "没有.txt：没有这个文件（请核对路径）"


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "报告.txt").mkdir()
    assert fault(tmp_path / "报告.txt") == "报告.txt：文件夹里没有可以检查的报告（可以检查的有：.txt、.text、.md、.markdown）"


def test_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道.txt")
    assert fault(tmp_path / "管道.txt") == "管道.txt：不是普通文件（请核对路径）"


@pytest.mark.parametrize("content", [b"", b"\n\n  \n", b"\xef\xbb\xbf"], ids=["empty", "blank", "only a BOM"])
def test_an_empty_file(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "空.txt").write_bytes(content)
    assert fault(tmp_path / "空.txt") == f"空.txt：只读出0个汉字{TOO_SHORT}"


def test_too_few_characters(tmp_path: Path) -> None:
    (tmp_path / "短.txt").write_text("依" * 199, encoding="utf-8")
    assert fault(tmp_path / "短.txt") == f"短.txt：只读出199个汉字{TOO_SHORT}"
    (tmp_path / "够.txt").write_text("依" * 200, encoding="utf-8")
    assert read_document(tmp_path / "够.txt").text == "依" * 200


def test_page_furniture_does_not_count_as_text(tmp_path: Path) -> None:
    (tmp_path / "网页.txt").write_text("依" * 100 + "\n" + "网站首页\n" * 60, encoding="utf-8")
    assert fault(tmp_path / "网页.txt") == f"网页.txt：只读出100个汉字{TOO_SHORT}"


def test_english_text(tmp_path: Path) -> None:
    (tmp_path / "english.txt").write_text("The county adopted nine rules this year.\n" * 40, encoding="utf-8")
    assert fault(tmp_path / "english.txt") == f"english.txt：只读出0个汉字{TOO_SHORT}"


def test_a_binary_file(tmp_path: Path) -> None:
    (tmp_path / "图.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    assert fault(tmp_path / "图.txt") == "图.txt：文件里有空字节，不是文本文件（请交Word、WPS或文本格式的报告）"


@pytest.mark.parametrize(("name", "shown"), [("报告.wps", ".wps"), ("报告.doc", ".doc"), ("报告", "没有扩展名"), ("报告.7z", ".7z")])
def test_a_format_that_cannot_be_read(tmp_path: Path, name: str, shown: str) -> None:
    (tmp_path / name).write_text(REPORT, encoding="utf-8")
    message = fault(tmp_path / name)
    assert message.startswith(f"{name}：还不能读这种文件（{shown}）（可以读的有：")
    assert all(suffix in message for suffix in SUFFIXES)


def test_suffixes_in_capitals_are_the_same() -> None:
    assert read_bytes(REPORT.encode(), "稿.TXT").text == REPORT
    assert read_bytes(REPORT.encode(), "稿.MD").format == "markdown"


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "MAX_BYTES", 1024 * 1024)
    (tmp_path / "大.txt").write_bytes(b"\n" * (1024 * 1024 + 1))
    assert fault(tmp_path / "大.txt") == "大.txt：文件超过1MB（请只交报告正文）"


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (PermissionError(13, "x"), "锁.txt：没有权限读取（请检查文件权限，或关闭占用它的程序）"),
        (OSError(5, "Input/output error"), "锁.txt：读取失败（Input/output error）（请核对路径和磁盘）"),
    ],
)
def test_errors_of_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, message: str) -> None:
    def refuse(_: Path) -> bytes:
        raise error

    (tmp_path / "锁.txt").write_text(REPORT, encoding="utf-8")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert fault(tmp_path / "锁.txt") == message


def test_a_name_that_no_disk_takes() -> None:
    with pytest.raises(UnreadableDocument, match=r"没有这个文件|读取失败"):
        read_document("长" * 400 + ".txt")


def test_a_null_character_in_the_name() -> None:
    with pytest.raises(UnreadableDocument):
        read_document("甲\0乙.txt")
