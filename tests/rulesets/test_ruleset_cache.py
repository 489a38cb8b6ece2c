import json
import os
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from reportcheck.rulesets import cache, load_editions, load_ruleset, loader
from reportcheck.rulesets.files import read_files

pytestmark = pytest.mark.usefixtures("kinds")


def entries(cache_folder: Path) -> list[Path]:
    return sorted(cache_folder.rglob("*.compiled"))


@pytest.fixture
def never_compiles(monkeypatch):
    """Return a function after whose call nothing may be compiled any more."""

    def refuse(*_):
        pytest.fail("was compiled again")

    return lambda: monkeypatch.setattr(loader, "compile_files", refuse)


def test_a_hit_gives_an_equal_ruleset(folder, cache_folder, never_compiles):
    first = load_ruleset(folder.path)
    assert len(entries(cache_folder)) == 1
    never_compiles()
    assert load_ruleset(folder.path) == first == folder.ruleset()


def test_the_place_of_the_folder_does_not_matter(folder, cache_folder, never_compiles, tmp_path):
    first = load_ruleset(folder.path)
    never_compiles()
    moved = folder.path.rename(tmp_path / "moved")
    assert load_ruleset(moved) == first
    assert len(entries(cache_folder)) == 1


@pytest.mark.usefixtures("cache_folder")
def test_a_changed_rule_is_compiled_again(folder):
    load_ruleset(folder.path)
    folder.edit("outline/22.yaml", "weight: 2", "weight: 3")
    rule = load_ruleset(folder.path).rule("outline.22")
    assert rule is not None
    assert rule.weight == 3.0


@pytest.mark.usefixtures("cache_folder")
def test_the_program_s_version_and_code_are_part_of_the_key(monkeypatch):
    keys = {cache.key("sha256:0")}
    monkeypatch.setattr("reportcheck.__version__", "0.0.0")
    keys.add(cache.key("sha256:0"))
    monkeypatch.setattr(cache, "_code_stamps", lambda: ["changed"])
    keys.add(cache.key("sha256:0"))
    assert len(keys) == 3


@pytest.mark.parametrize("damage", [b"", b"{}", b"\x00\xff", None])
def test_a_damaged_entry_is_compiled_again_and_mended(folder, cache_folder, damage):
    first = load_ruleset(folder.path)
    (entry,) = entries(cache_folder)
    sound = entry.read_bytes()
    entry.write_bytes(sound[:-20] if damage is None else damage)
    assert load_ruleset(folder.path) == first
    assert entry.read_bytes() == sound


def test_one_altered_byte_is_noticed(folder, cache_folder):
    first = load_ruleset(folder.path)
    (entry,) = entries(cache_folder)
    altered = entry.read_bytes().replace(struct.pack("<d", 2.0), struct.pack("<d", 9.0))
    assert altered != entry.read_bytes()
    entry.write_bytes(altered)
    assert load_ruleset(folder.path) == first


def test_a_broken_set_is_not_kept(folder, cache_folder):
    folder.edit("outline/22.yaml", "weight: 2", "weight: -1")
    for _ in range(2):
        with pytest.raises(Exception, match="“weight”不能小于0"):
            load_ruleset(folder.path)
    assert entries(cache_folder) == []


def test_a_stray_file_is_noticed_though_the_set_was_kept(folder, cache_folder):
    load_ruleset(folder.path)
    folder.write("outline/23.yml", "title: 甲")
    with pytest.raises(Exception, match=r"规则文件的扩展名是“\.yml”"):
        load_ruleset(folder.path)
    assert len(entries(cache_folder)) == 1


def test_off_keeps_nothing(folder, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("REPORTCHECK_CACHE", "off")
    assert load_ruleset(folder.path) == folder.ruleset()
    assert list(tmp_path.iterdir()) == [folder.path]


def test_a_folder_that_cannot_be_written_means_no_cache(folder, tmp_path, monkeypatch):
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("REPORTCHECK_CACHE", str(blocked / "cache"))
    assert load_ruleset(folder.path) == folder.ruleset()
    assert blocked.read_text(encoding="utf-8") == "in the way"


def test_nothing_unfinished_stays_and_old_entries_go(cache_folder):
    for number in range(12):
        cache.write(f"{number:02}", {"number": number, "rules": []})
    kept = sorted(path.name for path in (cache_folder / "rulesets").iterdir())
    assert len(kept) == 8
    assert all(name.endswith(".compiled") for name in kept)
    assert cache.read("11") == {"number": 11, "rules": []}


def test_to_judge_reports_takes_no_examples(folder, cache_folder, never_compiles):
    compiled = load_editions(folder.path)
    never_compiles()
    assert load_editions(folder.path) == compiled
    (bare,) = compiled.rulesets
    whole = load_ruleset(folder.path)
    assert [rule.examples for rule in bare.rules] == [()] * len(whole.rules)
    assert [rule._replace(examples=()) for rule in whole.rules] == list(bare.rules)
    assert any(rule.examples for rule in whole.rules)
    assert len(entries(cache_folder)) == 1


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {"XDG_CACHE_HOME": "/x/cache"}, "/x/cache/reportcheck"),
        ("linux", {"XDG_CACHE_HOME": "relative"}, "/home/clerk/.cache/reportcheck"),
        ("linux", {}, "/home/clerk/.cache/reportcheck"),
        ("darwin", {"XDG_CACHE_HOME": "/x/cache"}, "/home/clerk/Library/Caches/reportcheck"),
        ("win32", {"LOCALAPPDATA": "/users/clerk/local"}, "/users/clerk/local/reportcheck/Cache"),
        ("win32", {}, "/home/clerk/AppData/Local/reportcheck/Cache"),
        ("linux", {"REPORTCHECK_CACHE": "/own", "XDG_CACHE_HOME": "/x"}, "/own"),
    ],
)
def test_cache_folder(platform, environment, expected, monkeypatch):
    for name in ("REPORTCHECK_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("HOME", "/home/clerk")
    assert cache.cache_folder() == expected


def test_without_a_home_there_is_no_cache(monkeypatch):
    for name in ("REPORTCHECK_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    assert cache.cache_folder() is None


PROGRAM = """
import json, sys
from reportcheck.rulesets import load_ruleset
ruleset = load_ruleset(sys.argv[1])
print(json.dumps({"rules": [rule.id for rule in ruleset.rules], "modules": sorted(sys.modules)}))
"""


@pytest.mark.usefixtures("cache_folder")
def test_a_warm_load_imports_neither_yaml_nor_jsonschema_nor_the_checks(folder):
    load_ruleset(folder.path)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder.path)], check=True, capture_output=True, encoding="utf-8"
    )
    told = json.loads(done.stdout)
    assert told["rules"] == ["structure.plan", "outline.22"]
    unwanted = {"yaml", "jsonschema", "referencing", "reportcheck.rulesets.loader", "reportcheck.checks", "tempfile"}
    assert unwanted.isdisjoint(told["modules"])


@pytest.mark.usefixtures("cache_folder")
def test_a_written_entry_is_what_was_compiled(folder):
    load_ruleset(folder.path)
    assert cache.read(cache.key(read_files(folder.path).digest)) == folder.compiled()
