"""The hooks under the real pre-commit, in a repository of drafts; the program is the built wheel. No network."""

import re
import shutil
import subprocess
import sys

import pytest
import yaml

from drafts import REPORT
from makers_docx import plain

pytest.importorskip("pre_commit", reason="没有安装 pre-commit")
pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="没有安装 git")

GAPPY = REPORT.replace("，主要原因是编制没有跟上", "")
MANY = 200


class Drafts:
    """A git repository with both hooks, as ``repo: local`` runs them with an installed program."""

    def __init__(self, folder, hooks, python, environment):
        self.folder = folder
        self._environment = {**environment, "PRE_COMMIT_HOME": str(folder.parent / "home"), "GIT_CONFIG_GLOBAL": "/dev/null", "PRE_COMMIT_COLOR": "never"}
        folder.mkdir()
        self.git("init", "--quiet")
        local = [{**hook, "language": "system", "entry": hook["entry"].replace("reportcheck", f"{python.as_posix()} -m reportcheck", 1)} for hook in hooks]
        for hook in local:
            del hook["additional_dependencies"]
        self.write(".pre-commit-config.yaml", yaml.safe_dump({"repos": [{"repo": "local", "hooks": local}]}, allow_unicode=True))
        self.commit()

    def git(self, *arguments):
        done = subprocess.run(["git", *arguments], cwd=self.folder, env=self._environment, check=True, capture_output=True)
        return done.stdout.decode("utf-8")

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        self.git("add", "--force", "--", name)

    def commit(self):
        self.git("-c", "user.name=t", "-c", "user.email=t@example.invalid", "commit", "--quiet", "--no-verify", "-m", "x")

    def run(self, hook="reportcheck"):
        done = subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", hook, "--verbose"],
            cwd=self.folder, env=self._environment, capture_output=True, check=False,
        )  # fmt: skip
        return done.returncode, done.stdout.decode("utf-8") + done.stderr.decode("utf-8")


@pytest.fixture
def drafts(root, tmp_path, installed, environment):
    hooks = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    return Drafts(tmp_path / "报告 稿", hooks, installed, environment)


def test_pre_commit_accepts_the_manifest(root):
    done = subprocess.run([sys.executable, "-m", "pre_commit", "validate-manifest", root / ".pre-commit-hooks.yaml"], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"")


def test_a_good_report_passes_and_a_bad_one_fails(drafts):
    drafts.write("云岭县 2024年/年度 报告.txt", REPORT)
    code, told = drafts.run()
    assert (code, "×" in told) == (0, False)
    drafts.write("云岭县 2024年/缺原因 的.txt", GAPPY)
    drafts.write("云岭县 2024年/缺原因.docx", plain(GAPPY))
    code, told = drafts.run()
    assert code == 1
    assert re.findall(r"^×  (.*?)  ", told, re.MULTILINE) == ["云岭县 2024年/缺原因 的.txt", "云岭县 2024年/缺原因.docx"]
    assert told.count("（structure.causes）") == 2
    assert "files were modified" not in told
    assert drafts.git("status", "--porcelain", "-z").rstrip("\0").split("\0") == [
        f"A  云岭县 2024年/{name}" for name in ("年度 报告.txt", "缺原因 的.txt", "缺原因.docx")
    ]


def test_what_is_no_report_passes(drafts):
    drafts.write("README.md", "# Drafts\n")
    drafts.write("requirements.txt", "click\n")
    code, told = drafts.run()
    assert (code, "跳过 README.md、requirements.txt：" in told) == (0, True)


def test_lock_files_are_not_read(drafts):
    for name in ("~$云岭县.docx", "稿/.~云岭县.docx", "稿/.~lock.云岭县.docx#"):
        drafts.write(name, b"\x04user" + bytes(49))
    code, told = drafts.run()
    assert (code, "(no files to check)" in told) == (0, True)


def test_a_deleted_report_is_not_missed_and_a_renamed_one_is_checked(drafts):
    drafts.write("甲.txt", GAPPY)
    drafts.write("乙.txt", GAPPY)
    drafts.commit()
    drafts.git("rm", "--quiet", "甲.txt")
    code, told = drafts.run()
    assert (code, "(no files to check)" in told) == (0, True)
    drafts.git("mv", "乙.txt", "改名.txt")
    code, told = drafts.run()
    assert (code, re.findall(r"^×  (.*?)  ", told, re.MULTILINE)) == (1, ["改名.txt"])


def test_what_is_staged_is_checked_not_what_lies_about(drafts):
    drafts.write("甲.txt", GAPPY)
    (drafts.folder / "甲.txt").write_text(REPORT, encoding="utf-8")
    assert drafts.run()[0] == 1
    assert (drafts.folder / "甲.txt").read_text(encoding="utf-8") == REPORT


def test_many_files_come_in_several_calls_and_none_is_lost(drafts):
    long = "/".join(["很长的文件夹名称" * 10] * 3)
    for number in range(MANY):
        drafts.write(f"{long}/{number:03}.txt", GAPPY)
    code, told = drafts.run()
    calls = [int(count) for count in re.findall(r"^共检查(\d+)份报告", told, re.MULTILINE)]
    assert (code, len(calls) > 1, sum(calls)) == (1, True, MANY)
    named = "".join(line.strip() for line in told.splitlines())
    assert [f"{number:03}" for number in range(MANY) if f"/{number:03}.txt  " not in named] == []


def test_an_unreadable_report_stops_the_commit_and_the_others_are_checked(drafts):
    drafts.write("坏.docx", plain(REPORT)[:300])
    drafts.write("缺原因.txt", GAPPY)
    code, told = drafts.run()
    assert (code, "exit code: 3" in told, "坏.docx：" in told, "×  缺原因.txt" in told) == (1, True, True, True)


def test_rules_are_tested_where_they_change(drafts, root):
    for file in sorted((root / "rules" / "example-lanjiang").rglob("*.yaml")):
        drafts.write(f"本地规则/{file.relative_to(root / 'rules').as_posix()}", file.read_bytes())
    drafts.write("别的.yaml", "a: 1\n")
    code, told = drafts.run("reportcheck-rules")
    assert (code, "×" in told) == (0, False)
    rule = next((drafts.folder / "本地规则" / "example-lanjiang").glob("*/*.yaml")).relative_to(drafts.folder).as_posix()
    drafts.write(rule, "titel: 写错的键\n")
    code, told = drafts.run("reportcheck-rules")
    assert (code, f"× {rule}" in told) == (1, True)
