"""``reportcheck compare``: the command that a drafter runs before sending the report in."""

import json
import re
from pathlib import Path

import pytest

from reportcheck.cli import main

FOLDER = Path(__file__).with_name("two_years")
LAST, THIS = (FOLDER / f"明水县{year}年.txt" for year in (2024, 2025))


@pytest.fixture
def run(capsys, monkeypatch):
    monkeypatch.delenv("FORCE_COLOR", raising=False)

    def call(*args):
        capsys.readouterr()
        code = main(["compare", *map(str, args)])
        told = capsys.readouterr()
        return code, told.out, told.err

    return call


def test_the_terminal_tells_what_is_open_first(run):
    code, out, err = run(LAST, THIS)
    assert (code, err) == (0, "")
    titles = [line.split("（")[0] for line in out.splitlines() if "─" in line]
    assert titles == ["× 未提及", "● 又列为来年安排", "● 部分兑现", "√ 已兑现", "与上年说法重复的不足", "请核对的数字"]
    assert "上年具体安排6条：已兑现2条，部分兑现1条，又列为来年安排1条，未提及2条。" in "".join(out.split())
    assert "1. 上年第16行　拍摄以案释法短视频20部" in out
    assert "没有找到，不等于没有做" in out
    out.encode("gbk")


def test_json_holds_everything(run):
    _, out, _ = run(LAST, THIS, "--format", "json")
    told = json.loads(out)
    assert told["schema"] == "reportcheck/compare/v1"
    assert (told["last"]["year"], told["this"]["year"], told["this"]["issuer"]) == (2024, 2025, "明水县人民政府")
    assert told["summary"] == {"commitments": {"done": 2, "partial": 1, "again": 1, "absent": 2}, "general": 1, "problems": 2, "figures": 5}
    lines = {"last": LAST.read_text(encoding="utf-8").split("\n"), "this": THIS.read_text(encoding="utf-8").split("\n")}
    for each in (*told["commitments"], *told["problems"], *told["figures"]):
        for side, words in lines.items():
            if each[side] is not None:
                assert each[side]["text"] in words[each[side]["line"] - 1]


def test_markdown_and_html_tell_the_same(run, tmp_path):
    page = tmp_path / "对照.html"
    _, out, _ = run(LAST, THIS, "--format", "markdown", "--report", f"html={page}")
    html = page.read_text(encoding="utf-8")
    for words in ("拍摄以案释法短视频20部，把庭审旁听纳入干部任前培训。", "建设县级矛盾纠纷多元化解中心", "入企检查由上年的2860次"):
        assert words in out
        assert words in html
    assert not re.search(r"<script|https?://|<link|@import", html)


def test_the_same_files_give_the_same_bytes(run):
    for name in ("terminal", "json", "html", "markdown"):
        assert run(LAST, THIS, "--format", name) == run(LAST, THIS, "--format", name)


def test_words_of_a_document_stay_words(run, tmp_path):
    this, last = tmp_path / "今.txt", tmp_path / "昨.txt"
    attack = "拍摄<script>alert(1)</script>短视频20部|**粗**。"
    last.write_text(LAST.read_text(encoding="utf-8").replace("拍摄以案释法短视频20部，把庭审旁听纳入干部任前培训。", attack), encoding="utf-8")
    this.write_text(THIS.read_text(encoding="utf-8"), encoding="utf-8")
    assert "<script>" not in run(last, this, "--format", "html")[1]
    markdown = run(last, this, "--format", "markdown")[1]
    assert "<script>" not in markdown
    assert r"\|\*\*粗\*\*" in markdown


def test_private_numbers_are_hidden(run, tmp_path):
    last = tmp_path / "昨.txt"
    number = "13800000000"
    last.write_text(LAST.read_text(encoding="utf-8").replace("拍摄以案释法短视频20部", f"拍摄以案释法短视频20部（联系手机{number}）"), encoding="utf-8")
    for name in ("terminal", "json", "html", "markdown"):
        _, out, _ = run(last, THIS, "--format", name)
        assert "短视频20部" in out
        assert number not in out


def test_the_wrong_order_is_refused(run):
    code, out, err = run(THIS, LAST)
    assert (code, out) == (2, "")
    assert "两份报告的次序反了" in err


def test_what_hardly_belongs_together_is_told(run, gaps):
    code, out, _ = run(LAST, gaps)
    assert code == 0
    assert "注意：两份报告的年度是2024和2024，不是前后相连的两年。" in out
    assert "注意：两份报告的机关不同：明水县人民政府、南屏区人民政府。" in out


@pytest.fixture
def gaps():
    return FOLDER.parent.parent.parent / "samples" / "南屏区2024年.txt"


def test_an_unreadable_file_is_named(run, tmp_path):
    code, _, err = run(LAST, tmp_path / "没有.txt")
    assert code == 3
    assert "没有.txt" in err


def test_a_report_option_must_name_a_format(run):
    code, _, err = run(LAST, THIS, "--report", "pdf=对照.pdf")
    assert code == 2
    assert "html=对照.html" in err
