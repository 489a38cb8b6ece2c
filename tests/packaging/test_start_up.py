"""What people wait for: a command imports only what it needs."""

import re

import pytest

import reportcheck

SAMPLE = "samples/云岭县2024年.txt"
HEAVY = {"yaml", "jsonschema", "jinja2", "jieba", "reportcheck.authoring", "ahocorasick_rs"}
_MODULE = re.compile(r"^import time:\s+\d+ \|\s+\d+ \|\s*(\S+)$", re.MULTILINE)


@pytest.fixture
def imported(run):
    """Return a function that runs a command line and tells which modules it imported."""

    def modules(*arguments):
        done = run("-X", "importtime", "-m", "reportcheck", *arguments)
        assert done.returncode == 0
        return set(_MODULE.findall(done.stderr))

    return modules


def test_module_runs_as_a_program(run):
    done = run("-m", "reportcheck", "--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"reportcheck {reportcheck.__version__}\n", "")


def test_version_imports_no_library_but_click(imported):
    modules = imported("--version")
    assert "click" in modules
    assert modules.isdisjoint(HEAVY)
    assert not {name for name in modules if name.startswith("reportcheck.")} - {
        "reportcheck.cli", "reportcheck.cli.chinese", "reportcheck.cli.lazy", "reportcheck.cli.streams", "reportcheck.errors",
    }


def test_check_with_a_warm_cache_imports_neither_yaml_nor_schema_nor_templates(imported):
    cold = imported("check", SAMPLE, "--fail-on", "never")
    assert {"yaml", "jsonschema"} <= cold
    assert imported("check", SAMPLE, "--fail-on", "never").isdisjoint({"yaml", "jsonschema", "jinja2", "jieba", "reportcheck.authoring"})


def test_check_of_a_text_does_without_what_costs_more_than_to_read_it(imported, run):
    bare = set(_MODULE.findall(run("-X", "importtime", "-c", "pass").stderr))
    warm = [imported("check", SAMPLE, "--fail-on", "never") for _ in range(2)][-1]
    assert (warm - bare).isdisjoint({"pathlib", "urllib.parse", "hashlib", "json", "fnmatch", "tempfile"})


def test_the_package_itself_imports_nothing(run):
    done = run("-c", "import reportcheck, sys; print(sorted(name for name in sys.modules if name.startswith('reportcheck.')))")
    assert done.stdout.strip() == "[]"
