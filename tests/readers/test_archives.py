"""Archives of reports: walked in order, read one at a time; a bad member is a failure of its own."""

import struct
import zlib
from pathlib import Path

import pytest

import makers_bad as bad
import makers_docx
from drafts import REPORT
from reportcheck.batch import check_paths
from reportcheck.engine import Options
from reportcheck.errors import UnreadableDocument
from reportcheck.inputs import Input, find_inputs
from reportcheck.readers import archive, read_document
from reportcheck.readers.package import Package
from reportcheck.readers.zip_names import decoded_name
from reportcheck.rule import RuleSet

TEXT = REPORT.encode()


def found(*paths: Path) -> list[Input]:
    return find_inputs([str(path) for path in paths], stdin=bytes, stdin_name="stdin.txt")


def names(inputs: list[Input], root: Path) -> list[str]:
    return [each.path.removeprefix(f"{root}/") for each in inputs]


def in_gbk(name: str, content: bytes) -> bytes:
    """Return a zip as Windows makes it: the name in GBK, and no word about it."""
    stand_in = "x" * len(name.encode("gbk"))
    return bad.zipped([(stand_in, content)]).replace(stand_in.encode(), name.encode("gbk"))


@pytest.fixture
def package(tmp_path: Path) -> Path:
    inner = bad.zipped([("二.txt", TEXT), ("深.zip", bad.zipped([("三.txt", TEXT)])), ("~$二.docx", b"x")])
    members = [
        ("云岭县/报告.docx", makers_docx.plain(REPORT)),
        ("云岭县/照片.jpg", b"x"),
        ("南屏区/报告.txt", TEXT),
        ("内.zip", inner),
        ("坏.docx", bad.DOCX[:500]),
        ("../上.txt", TEXT),
        ("名单.xlsx", b"x"),
        ("__MACOSX/报告.txt", TEXT),
        (".隐/报告.txt", TEXT),
        ("云岭县/.~报告.docx", b"x"),
        ("说明", "没有扩展名的说明".encode()),
    ]
    path = tmp_path / "档案.zip"
    path.write_bytes(bad.zipped(members))
    return path


def test_an_archive_is_walked_in_order(package: Path) -> None:
    assert names(found(package), package) == ["../上.txt", "云岭县/报告.docx", "内.zip/二.txt", "内.zip/深.zip", "南屏区/报告.txt", "坏.docx", "说明"]


def test_an_archive_in_a_folder_is_walked_where_it_stands(package: Path) -> None:
    for name in ("A.txt", "龟.txt"):
        (package.parent / name).write_bytes(TEXT)
    listed = names(found(package.parent), package.parent)
    assert listed[0] == "A.txt"
    assert listed[-1] == "龟.txt"
    assert listed[1:-1] == [f"档案.zip/{name}" for name in names(found(package), package)]


def test_good_members_are_checked_and_bad_ones_told(national: RuleSet, package: Path) -> None:
    result = check_paths(found(package), national, Options(), jobs=1)
    root = f"{package}/"
    assert [report.document.path.removeprefix(root) for report in result.reports] == ["云岭县/报告.docx", "内.zip/二.txt", "南屏区/报告.txt"]
    assert {report.document.text for report in result.reports} == {REPORT}
    told = {failure.path.removeprefix(root): failure.message.removeprefix(str(package)) for failure in result.failures}
    assert told == {
        "../上.txt": "（../上.txt）：名称指向压缩包以外（含“..”），正常的文件不会有，可能是恶意文件（请重新打包，或者重新取得压缩包）",
        "内.zip/深.zip": "/内.zip/深.zip：压缩包套了2层以上（请解压后再检查）",
        "坏.docx": "/坏.docx：文件不完整或已损坏（缺少压缩包的目录）（请用Word、WPS或OFD软件重新另存一份；打不开就请报送单位重新发送）",
        "说明": "/说明：只读出8个汉字，不足200字，无法当作报告检查（请确认文件不是空的、不是扫描图片，也不是外文材料）",
    }


def test_workers_give_the_same(national: RuleSet, package: Path) -> None:
    one, two = (check_paths(found(package), national, Options(), jobs=jobs) for jobs in (1, 2))
    assert [each.document for each in one.reports] == [each.document for each in two.reports]
    assert one.failures == two.failures


@pytest.mark.parametrize("member", ["南屏区/报告.txt", "内.zip/二.txt", "云岭县/报告.docx"])
def test_a_member_can_be_named(package: Path, member: str) -> None:
    assert read_document(f"{package}/{member}").text == REPORT


def test_a_member_that_is_not_there(package: Path) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read_document(f"{package}/没有.txt")
    assert str(caught.value) == f"{package}/没有.txt：压缩包里没有这个文件（请核对路径）"


@pytest.mark.parametrize(
    ("raw", "flags", "name"),
    [
        ("区县/报告.docx".encode(), 0x800, "区县/报告.docx"),
        ("区县/报告.docx".encode(), 0, "区县/报告.docx"),
        ("区县/报告.docx".encode("gbk"), 0, "区县/报告.docx"),
        ("镕基镇.txt".encode("gb18030"), 0, "镕基镇.txt"),
        ("区县\\报告.docx".encode("gbk"), 0, "区县/报告.docx"),
        (b"./a//b/./c.txt", 0, "a/b/c.txt"),
        (b"/a", 0, "/a"),
        (b"\xff\xff", 0x800, "��"),
    ],
)
def test_names_of_members(raw: bytes, flags: int, name: str) -> None:
    assert decoded_name(raw, flags) == name


def test_a_name_in_info_zips_own_field() -> None:
    field = b"\x01" + struct.pack("<L", zlib.crc32(b"???.txt")) + "报告.txt".encode()
    extra = struct.pack("<2H", 0x5455, 1) + b"\0" + struct.pack("<2H", 0x7075, len(field)) + field
    assert decoded_name(b"???.txt", 0, extra) == "报告.txt"
    assert decoded_name(b"other.txt", 0, extra) == "other.txt"


def test_a_zip_from_windows(tmp_path: Path) -> None:
    path = tmp_path / "报送.zip"
    path.write_bytes(in_gbk("临江区/法治政府建设报告.txt", TEXT))
    assert names(found(path), path) == ["临江区/法治政府建设报告.txt"]
    assert read_document(found(path)[0].path).text == REPORT


def test_a_docx_called_zip_is_a_document(tmp_path: Path) -> None:
    path = tmp_path / "报告.zip"
    path.write_bytes(bad.DOCX)
    assert found(path) == [Input(str(path))]
    assert read_document(path).format == "docx"


def test_an_archive_without_reports_is_told(tmp_path: Path) -> None:
    path = tmp_path / "照片.zip"
    path.write_bytes(bad.zipped([("a.jpg", b"x")]))
    assert found(path) == [Input(str(path), fault=f"{path}：压缩包里没有可以检查的报告（请核对压缩包）")]


def test_a_damaged_archive_is_told(national: RuleSet, tmp_path: Path) -> None:
    path = tmp_path / "坏.zip"
    path.write_bytes(bad.zipped([("a.txt", TEXT)])[:-30])
    failures = check_paths(found(path), national, Options()).failures
    assert [each.message for each in failures] == [f"{path}：文件不完整或已损坏（缺少压缩包的目录）（请重新打包，或者重新取得压缩包）"]


def test_members_with_a_password_are_told_one_by_one(national: RuleSet, tmp_path: Path) -> None:
    path = tmp_path / "密.zip"
    path.write_bytes(bad.encrypted(bad.zipped([("甲.txt", TEXT), ("乙.txt", TEXT)])))
    result = check_paths(found(path), national, Options())
    assert [report.document.path for report in result.reports] == [f"{path}/乙.txt"]
    assert [each.message for each in result.failures] == [f"{path}（甲.txt）：有密码，读不了（请取消密码后重新保存）"]


def test_an_archive_larger_than_any_document(tmp_path: Path) -> None:
    path = tmp_path / "全市.zip"
    path.write_bytes(bad.zipped([(f"{n}.txt", TEXT) for n in range(6000)]))
    assert len(found(path)) == 6000


def test_members_are_read_one_at_a_time(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    original = Package.read

    def reading(self: Package, name: str) -> bytes:
        read.append(name)
        return original(self, name)

    monkeypatch.setattr(Package, "read", reading)
    inputs = found(package)
    assert [each for each in read if not each.endswith(".zip")] == []
    assert all(each.data is None for each in inputs)


def test_zip64(tmp_path: Path) -> None:
    data = bad.zipped([("甲.txt", TEXT)])
    at = data.index(b"PK\x05\x06")
    count, size, offset = struct.unpack_from("<H2L", data, at + 10)
    record = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, offset)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, at, 1)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    (tmp_path / "大.zip").write_bytes(data[:at] + record + locator + end)
    assert archive.read_member(f"{tmp_path}/大.zip/甲.txt") == TEXT


def test_a_bomb_in_an_archive_is_one_failure(national: RuleSet, tmp_path: Path) -> None:
    path = tmp_path / "弹.zip"
    path.write_bytes(bad.zipped([("弹.txt", bytes(300 * 1024 * 1024)), ("甲.txt", TEXT)]))
    result = check_paths(found(path), national, Options())
    assert len(result.reports) == 1
    assert [each.message for each in result.failures] == [f"{path}（弹.txt）：解压后过大，可能是压缩炸弹（299KB解压成301MB）（请核对文件来源，只交报告正文）"]
    assert result.failures[0].bug is False


def test_parts_of_a_saved_page_are_left_out(tmp_path: Path) -> None:
    for name in ("报告.html", "报告_files/广告.html", "其他_files/乙.html", "资料.xlsx", "区.wps", "旧.doc", "信.rtf", "压.rar", "Thumbs.db"):
        target = tmp_path / name
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(b"x")
    assert names(found(tmp_path), tmp_path) == ["信.rtf", "其他_files/乙.html", "区.wps", "压.rar", "报告.html", "旧.doc"]
