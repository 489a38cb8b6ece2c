import json
import re
import zipfile
from pathlib import PurePosixPath

SAMPLE = "samples/云岭县2024年.txt"


def members(wheel):
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_wheel_holds_every_rule_as_it_stands(wheel, root):
    rules = {path.relative_to(root).as_posix() for path in (root / "rules").rglob("*") if path.is_file()}
    shipped = {f"rules/{name.removeprefix('reportcheck/_rules/')}" for name in members(wheel) if name.startswith("reportcheck/_rules/")}
    assert len(rules) > 50
    assert shipped == rules
    with zipfile.ZipFile(wheel) as archive:
        name = "national-2021-2025/ruleset.yaml"
        assert archive.read(f"reportcheck/_rules/{name}") == (root / "rules" / name).read_bytes()


def test_wheel_holds_the_package_data(wheel, root):
    source = root / "src"
    data = {
        path.relative_to(source).as_posix()
        for path in (source / "reportcheck").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert data <= members(wheel)
    assert {"reportcheck/py.typed", "reportcheck/structure/divisions.txt", "reportcheck/reporters/templates/page.html"} <= data
    assert any(name.startswith("reportcheck/structure/divisions.") for name in data)


def test_wheel_holds_nothing_else(wheel):
    tops = {PurePosixPath(name).parts[0] for name in members(wheel)}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"reportcheck"}


def test_development_tools_are_not_required_to_run(wheel):
    with zipfile.ZipFile(wheel) as archive:
        metadata = archive.read(next(name for name in archive.namelist() if name.endswith("/METADATA"))).decode()
    required = set(re.findall(r"^Requires-Dist: ([\w-]+)[^;\n]*$", metadata, re.MULTILINE))
    assert required == {"click", "pyyaml", "jsonschema", "jinja2", "jieba", "ahocorasick-rs"}


def test_installed_program_does_not_touch_the_checkout(installed, run, root, tmp_path):
    found = run("-c", "import reportcheck, sys; print(reportcheck.__file__); print(sys.path)", cwd=tmp_path, python=installed)
    where, path = found.stdout.splitlines()
    assert str(installed.parent.parent) in where
    assert str(root / "src") not in path


def test_installed_program_judges_as_the_checkout_does(installed, run, root, tmp_path):
    (tmp_path / "云岭县2024年.txt").write_bytes((root / SAMPLE).read_bytes())
    arguments = ("-m", "reportcheck", "check", "云岭县2024年.txt", "--format", "json", "--fail-on", "never")
    elsewhere = run(*arguments, cwd=tmp_path, python=installed)
    here = run(*arguments, cwd=tmp_path)
    assert (elsewhere.returncode, elsewhere.stderr) == (0, "")
    assert json.loads(elsewhere.stdout)["reports"][0]["document"]["region"] == "云岭县"
    assert elsewhere.stdout == here.stdout


def test_installed_program_lists_rules_and_writes_pages(installed, run, root, tmp_path):
    listed = run("-m", "reportcheck", "rules", "list", cwd=tmp_path, python=installed)
    assert listed.returncode == 0
    assert "outline.35" in listed.stdout
    page = run("-m", "reportcheck", "check", root / SAMPLE, "--fail-on", "never", "--report", "html=结果.html", cwd=tmp_path, python=installed)
    assert (page.returncode, page.stderr) == (0, "")
    assert "云岭县" in (tmp_path / "结果.html").read_text(encoding="utf-8")


def test_command_is_installed(installed, run):
    script = next(path for path in installed.parent.iterdir() if path.stem == "reportcheck")
    assert run(script, "--version").stdout == run("-m", "reportcheck", "--version", python=installed).stdout
