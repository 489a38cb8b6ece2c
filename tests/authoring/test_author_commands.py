"""The commands for authors, from the command line."""

import json
import shutil
from pathlib import Path

import pytest

from reportcheck.cli import main
from reportcheck.rulesets.builtin import rules_folder


@pytest.fixture
def run(capsys):
    def call(*args):
        capsys.readouterr()
        code = main([str(arg) for arg in args])
        told = capsys.readouterr()
        return code, told.out, told.err

    return call


def test_lint_is_quiet_about_a_sound_set(run, folder, good_file):
    code, out, _ = run("rules", "lint", "--ruleset", folder, "--sample", good_file)
    assert (code, out) == (0, "√ 错误0处，警告0处，提示0处\n")


def test_lint_fails_on_errors_and_on_request_on_warnings(run, folder, spoilt, good_file):
    spoilt("any: [听证会]", "any: [听证会, 立法听证会]")
    sample = ("--sample", good_file)
    assert run("rules", "lint", "--ruleset", folder, *sample)[0] == 0
    assert run("rules", "lint", "--ruleset", folder, *sample, "--fail-on", "warning")[0] == 1
    spoilt("title: 听证", "title: 〖名称〗")
    code, out, _ = run("rules", "lint", "--ruleset", folder, *sample)
    assert code == 1
    assert "hearing.yaml:1:1：错误：local.hearing：〖名称〗还没有填\n" in out


def test_lint_tells_all_that_does_not_load(run, folder, spoilt):
    spoilt("severity: warning", "severity: waning")
    (folder / "local" / "second.yaml").write_text("title: 一\ntitle: 二\n", encoding="utf-8")
    code, out, _ = run("rules", "lint", "--ruleset", folder)
    assert code == 1
    assert "hearing.yaml:5:" in out
    assert "second.yaml:2:1" in out
    assert out.endswith("× 规则集读不进来：2处错误\n")


def test_mutate_reports_by_rule_and_as_a_whole(run, folder, spoilt, good_file):
    args = ("rules", "mutate", "--ruleset", folder, "--sample", good_file, "--jobs", 1)
    code, out, _ = run(*args)
    assert code == 0
    assert out.splitlines()[-1] == "√ 改坏6处，发现6处，100.0%（要求95%）"
    spoilt("topic: [听证]", "topic: [听证]\n  not_doers: [副县长]")
    code, out, _ = run(*args, "local.*")
    assert code == 1
    assert "没有发现：params.not_doers 删去" in out


def test_schema_is_the_one_that_the_loader_uses(run, tmp_path, pytestconfig):
    code, out, _ = run("rules", "schema")
    assert code == 0
    assert out == (pytestconfig.rootpath / "rules" / "schema.json").read_text(encoding="utf-8")
    assert run("rules", "schema", "--write", tmp_path)[0] == 0
    assert json.loads((tmp_path / "ruleset-schema.json").read_text(encoding="utf-8"))["title"] == "reportcheck 规则集"
    assert run("rules", "schema", "--write", tmp_path / "没有")[0] == 2


def test_new_writes_once(run, folder):
    code, out, _ = run("rules", "new", "local.public", "--ruleset", folder)
    path = folder / "local" / "public.yaml"
    assert code == 0
    assert path.as_posix() in out
    written = path.read_text(encoding="utf-8")
    assert written.startswith("# yaml-language-server: $schema=../../schema.json\n")
    code, _, err = run("rules", "new", "local.public", "--ruleset", folder, "--check", "part")
    assert code == 2
    assert "已经有这个文件" in err
    assert path.read_text(encoding="utf-8") == written


def test_diff_tells_rules_changes_and_flips(run, folder, second, good_file):
    path = second / "local" / "hearing.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("any: [听证会]", "any: [公听会]"), encoding="utf-8")
    code, out, _ = run("rules", "diff", folder, second, good_file)
    assert code == 0
    assert "* local.hearing\n    params.signs[1].any：增加 公听会；删去 听证会\n" in out
    assert f"{good_file}：local.hearing 做到 → 部分做到\n" in out
    assert out.endswith("增加0条规则，删去0条，改动1条\n")


def test_diff_tells_a_change_of_a_shared_list_once(run, tmp_path, national):
    copy = tmp_path / "copy"
    shutil.copytree(Path(rules_folder()) / national.id, copy)
    head = copy / "ruleset.yaml"
    head.write_text(head.read_text(encoding="utf-8").replace("  acts: [\n", "  acts: [\n    敲锣,\n", 1), encoding="utf-8")
    _, out, _ = run("rules", "diff", national.id, copy)
    assert out.count("增加 敲锣") == 2
    assert "条规则：params.acts：增加 敲锣" in out
