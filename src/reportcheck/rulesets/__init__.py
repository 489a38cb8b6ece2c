"""Rule sets: folders of YAML files, read strictly and kept compiled.

With a warm cache neither yaml nor jsonschema is imported: every command pays for what stands here.
"""

import os
from typing import TYPE_CHECKING, Any

from reportcheck.rulesets import cache
from reportcheck.rulesets.builtin import builtin_ids, locate, locate_editions, national_editions
from reportcheck.rulesets.files import RuleSetFiles, read_files
from reportcheck.rulesets.values import ruleset_from

if TYPE_CHECKING:
    from reportcheck.errors import RuleSetError
    from reportcheck.rule import Editions, RuleSet

__all__ = ["AUTO", "builtin_ids", "load_editions", "load_ruleset", "ruleset_faults"]

AUTO = "auto"
"""Stands for the shipped national sets, of which each report's year chooses one."""


def load_editions(name_or_dir: str | os.PathLike[str] = AUTO) -> "Editions":
    """Load the national sets (``auto``), those that stand side by side in a folder, or a single set by its id or folder.

    They are for judging reports: their rules come without examples.
    """
    from reportcheck.rulesets.editions import as_editions  # noqa: PLC0415 - load_ruleset does without

    several = national_editions() if name_or_dir == AUTO else locate_editions(os.fspath(name_or_dir))
    return as_editions([_load_bare(folder) for folder in several or [name_or_dir]])


def load_ruleset(name_or_dir: str | os.PathLike[str]) -> "RuleSet":
    """Load a shipped rule set by its id, or any rule set by its folder."""
    files = read_files(locate(name_or_dir))
    key = cache.key(files.digest)
    return ruleset_from(cache.read(key) or _compile(files, key), files.digest)


def _load_bare(name_or_dir: str | os.PathLike[str]) -> "RuleSet":
    files = read_files(locate(name_or_dir))
    key = cache.key(files.digest)
    return ruleset_from(cache.read_bare(key) or cache.bare(_compile(files, key)), files.digest)


def _compile(files: RuleSetFiles, key: str) -> dict[str, Any]:
    from reportcheck.checks import CHECKS  # noqa: PLC0415 - see the module's docstring
    from reportcheck.rulesets.loader import compile_files  # noqa: PLC0415

    compiled = compile_files(files, CHECKS)
    cache.write(key, compiled)
    return compiled


def ruleset_faults(name_or_dir: str | os.PathLike[str]) -> tuple["RuleSetError", ...]:
    """Return what is wrong with a rule set, the best explanation of each broken file, in order."""
    from reportcheck.checks import CHECKS  # noqa: PLC0415 - see the module's docstring
    from reportcheck.rulesets.loader import find_faults  # noqa: PLC0415

    return find_faults(read_files(locate(name_or_dir)), CHECKS)
