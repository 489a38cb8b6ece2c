import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from drafts import REPORT, SAMPLES
from reportcheck.cli import judging
from reportcheck.rule import RuleSet

Run = Callable[..., "object"]
ESC = "\x1b["


def test_nothing_at_fail_on_is_0(run: Run, good: Path) -> None:
    ran = run("check", good)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("√")
    assert "云岭县人民政府，2024年度，县级" in "".join(line.strip() for line in ran.out.splitlines()[:3])


def test_a_finding_at_fail_on_is_1(run: Run, gaps: Path) -> None:
    ran = run("check", gaps)
    assert (ran.code, ran.err) == (1, "")
    assert "必须改" in ran.out
    assert "structure.causes" in ran.out


@pytest.mark.parametrize(("fail_on", "codes"), [("error", (0, 1)), ("never", (0, 0))])
def test_fail_on(run: Run, good: Path, gaps: Path, fail_on: str, codes: tuple[int, int]) -> None:
    assert (run("check", good, "--fail-on", fail_on).code, run("check", gaps, "--fail-on", fail_on).code) == codes


def test_fail_on_warning(run: Run, draft: Path) -> None:
    warned = {"--select": "outline.04"}
    args = [part for pair in warned.items() for part in pair]
    ran = run("check", draft, *args, "--format", "json")
    assert [f["severity"] for f in json.loads(ran.out)["reports"][0]["findings"]] == ["warning"]
    assert ran.code == 0
    assert run("check", draft, *args, "--fail-on", "warning").code == 1


@pytest.mark.parametrize(("score", "code"), [("0", 0), ("30", 0), ("99.9", 1), ("100", 1)])
def test_min_score(run: Run, gaps: Path, score: str, code: int) -> None:
    assert run("check", gaps, "--min-score", score, "--fail-on", "never").code == code


def test_what_is_not_scored_is_below_any_min_score(run: Run, tmp_path: Path) -> None:
    notice = tmp_path / "通知.txt"
    notice.write_text("云岭县2024年法治政府建设工作要点\n" + "各单位要严格落实重大行政决策程序，抓好普法。\n" * 12, encoding="utf-8")
    ran = run("check", notice, "--min-score", "1", "--fail-on", "never")
    assert ran.code == 1
    assert run("check", notice).code == 1
    assert "没有评分" in ran.out


def test_an_unreadable_input_is_3_and_the_others_are_checked(run: Run, good: Path, gaps: Path, tmp_path: Path) -> None:
    ran = run("check", good, tmp_path / "没有.txt", gaps)
    assert ran.code == 3
    assert ran.err == f"reportcheck: {tmp_path / '没有.txt'}：没有这个文件（请核对路径；路径里有空格的，整个加上英文双引号）\n"
    assert good.name in ran.out
    assert gaps.name in ran.out


def test_a_bug_is_4(run: Run, good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(judging, "check_paths", broken)
    ran = run("check", good)
    assert ran.code == 4
    assert "reportcheck: 程序出错" in ran.err
    assert "ZeroDivisionError" in ran.err


def test_interrupted_is_130(run: Run, good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(judging, "check_paths", stopped)
    ran = run("check", good)
    assert (ran.code, ran.err.strip()) == (130, "reportcheck: 已中断。")


USAGE = {
    "no path": ([], "缺少参数：PATH…"),
    "unknown option": (["稿.txt", "--formt", "json"], "没有这个选项：--formt，是不是 --format"),
    "unknown format": (["稿.txt", "--format", "docx"], "--format 的值不能用，可用的有：terminal、json、html"),
    "unknown level": (["稿.txt", "--level", "village"], "--level 的值不能用，可用的有：province、prefecture、county、township"),
    "bad year": (["稿.txt", "--year", "24"], "--year 的值不能用"),
    "bad score": (["稿.txt", "--min-score", "120"], "--min-score 的值不能用"),
    "bad jobs": (["稿.txt", "--jobs", "0"], "--jobs 的值不能用"),
    "unknown rule set": (["稿.txt", "--ruleset", "national-2021"], "没有找到规则集“national-2021”"),
    "select nothing": (["稿.txt", "--select", "没有.*"], "没有编号匹配 没有.* 的规则（用 reportcheck rules list 查看全部规则）"),
    "ignore nothing": (["稿.txt", "--ignore", "没有.*"], "没有编号匹配 没有.* 的规则（用 reportcheck rules list 查看全部规则）"),
    "nothing left": (["稿.txt", "--ignore", "*"], "没有剩下可用的规则（请放宽 --select 或 --ignore）"),
    "report without a path": (["稿.txt", "--report", "html"], "--report html 不能用（写成 格式=文件，如 html=结果.html；格式有：terminal、json、html、markdown、csv、sarif、junit、github、gitlab、checklist-docx、checklist-xlsx"),
    "report of no format": (["稿.txt", "--report", "pdf=a.pdf"], "--report pdf=a.pdf 不能用"),
}


@pytest.mark.parametrize("name", USAGE)
def test_wrong_usage_is_2_and_told_in_chinese(run: Run, name: str) -> None:
    args, message = USAGE[name]
    ran = run("check", *args)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("reportcheck: ")
    assert message in ran.err
    assert ran.err.count("\n") == 1
    own_words = re.sub(r"（用 .{0,40}? --help 查看用法）", "", ran.err.replace(message, ""))
    assert not re.search(r"[A-Za-z]{2,} [a-z]{2,} [a-z]+", own_words), ran.err


def test_a_broken_rule_set_is_2(run: Run, good: Path, tmp_path: Path) -> None:
    (tmp_path / "ruleset.yaml").write_text("id: x\ntitel: y\n", encoding="utf-8")
    ran = run("check", good, "--ruleset", tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert "titel" in ran.err


def test_a_report_file_that_cannot_be_written_is_2(run: Run, good: Path, tmp_path: Path) -> None:
    ran = run("check", good, "--report", f"json={tmp_path / '没有' / 'a.json'}")
    assert ran.code == 2
    assert "写不了文件" in ran.err


def test_standard_input(run: Run, good: Path) -> None:
    given = json.loads(run("check", good, "--format", "json").out)["reports"][0]
    piped = json.loads(run("check", "-", "--format", "json", stdin=good.read_bytes()).out)["reports"][0]
    assert piped["path"] == "stdin.txt"
    assert {key: value for key, value in piped.items() if key != "path"} == {key: value for key, value in given.items() if key != "path"}


def test_standard_input_under_a_name(run: Run) -> None:
    ran = run("check", "-", "--stdin-filename", "云岭县.md", "--format", "json", stdin=f"# {REPORT}".encode("gb18030"))
    report = json.loads(ran.out)["reports"][0]
    assert (report["path"], report["format"], report["encoding"]) == ("云岭县.md", "markdown", "gb18030")
    assert not report["document"]["title"].startswith("#")


def test_empty_standard_input_is_3(run: Run) -> None:
    ran = run("check", "-", stdin=b"")
    assert (ran.code, ran.err[:26]) == (3, "reportcheck: stdin.txt：只读出")


def test_a_folder(run: Run, good: Path) -> None:
    ran = run("check", good.parent, "--format", "json", "--fail-on", "never")
    assert [Path(report["path"]).name for report in json.loads(ran.out)["reports"]] == [path.name for path in SAMPLES]


def test_an_empty_folder_tells_that_nothing_was_checked(run: Run, tmp_path: Path) -> None:
    ran = run("check", tmp_path)
    assert ran.code != 0
    assert str(tmp_path) in ran.err


def outcomes(ran: object) -> list[str]:
    return [outcome["rule"] for outcome in json.loads(ran.out)["reports"][0]["outcomes"]]


def test_select_and_ignore(run: Run, good: Path, national: RuleSet) -> None:
    every = [rule.id for rule in national.rules]
    assert outcomes(run("check", good, "--format", "json")) == every
    structure = outcomes(run("check", good, "--format", "json", "--select", "structure.*"))
    assert structure == [rule for rule in every if rule.startswith("structure.")]
    two = outcomes(run("check", good, "--format", "json", "--select", "structure.*", "--select", "outline.22", "--ignore", "structure.[a-o]*"))
    assert two == [rule for rule in structure if rule > "structure.p"] + ["outline.22"]


def test_stated_facts_go_before_the_text(run: Run, good: Path) -> None:
    ran = run("check", good, "--format", "json", "--level", "township", "--subject", "department", "--year", "2023", "--fail-on", "never")
    facts = json.loads(ran.out)["reports"][0]["document"]
    assert (facts["level"], facts["subject"], facts["year"]) == ("township", "department", 2023)
    assert {facts["facts_from"][name] for name in ("level", "subject", "year")} == {"option"}


def test_reports_besides_the_output(run: Run, gaps: Path, tmp_path: Path) -> None:
    ran = run("check", gaps, "--report", f"json={tmp_path / '结果.json'}", "--report", f"html={tmp_path / '结果.html'}")
    assert ran.code == 1
    assert ran.out.startswith(("×", "√", "!"))
    saved = (tmp_path / "结果.json").read_bytes()
    assert saved == run("check", gaps, "--format", "json").out.encode()
    assert "南屏区人民政府" in (tmp_path / "结果.html").read_text(encoding="utf-8")
    assert b"\r" not in saved


def test_the_same_input_gives_the_same_bytes(run: Run, good: Path) -> None:
    first = run("check", good.parent, "--format", "json").out
    assert run("check", good.parent, "--format", "json", "--jobs", "2").out == first


COLOURS = {
    "a pipe": ([], {}, False),
    "forced": ([], {"FORCE_COLOR": "1"}, True),
    "forced by nothing": ([], {"FORCE_COLOR": ""}, False),
    "both": ([], {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    "forbidden by nothing": ([], {"NO_COLOR": "", "FORCE_COLOR": "1"}, True),
    "option always": (["--color", "always"], {"NO_COLOR": "1"}, True),
    "option never": (["--color", "never"], {"FORCE_COLOR": "1"}, False),
}


@pytest.mark.parametrize("name", COLOURS)
def test_colour(run: Run, gaps: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    args, environment, colored = COLOURS[name]
    plain = run("check", gaps).out
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    out = run("check", gaps, *args).out
    assert (ESC in out) == colored
    assert re.sub(r"\x1b\[[\d;]*m", "", out) == plain


def test_glyphs_survive_a_gbk_console(run: Run, gaps: Path) -> None:
    run("check", gaps).out.encode("gbk")
