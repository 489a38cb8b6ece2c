"""Where the shipped rule sets are, and which folder a name means."""

import os
from pathlib import Path

from reportcheck.errors import RuleSetError

HEAD = "ruleset.yaml"

# Not importlib.resources: its import alone takes longer than loading a compiled rule set,
# and the rules have to be real files anyway.
_PACKAGE = Path(__file__).resolve().parent.parent


def rules_folder() -> Path:
    """Return the folder of the shipped rules: the wheel's, or in a checkout the repository's."""
    shipped = _PACKAGE / "_rules"
    return shipped if shipped.is_dir() else _PACKAGE.parent.parent / "rules"


def builtin_ids() -> tuple[str, ...]:
    """Return the ids of the shipped rule sets, sorted."""
    folder = rules_folder()
    if not folder.is_dir():
        return ()
    return tuple(sorted(entry.name for entry in folder.iterdir() if (entry / HEAD).is_file()))


def locate(name_or_dir: str | Path) -> Path:
    """Return the folder that is meant; a shipped id goes before a folder of the same name (``./name``)."""
    if isinstance(name_or_dir, str) and _is_builtin(name_or_dir):
        return rules_folder() / name_or_dir
    folder = Path(name_or_dir)
    if (folder / HEAD).is_file():
        return folder
    if folder.is_dir():
        raise RuleSetError(f"文件夹里没有 {HEAD}", where=folder.as_posix(), remedy=f"规则集的文件夹里要有 {HEAD}")
    raise RuleSetError(f"没有找到规则集“{name_or_dir}”", remedy=_known_remedy(str(name_or_dir)))


def locate_base(folder: Path, name: str) -> Path:
    """Return the folder that ``extends`` means: a shipped set's, or the one at a path (``../name``) from the overlay's folder."""
    if name.startswith("."):
        if not (folder / name / HEAD).is_file():
            raise RuleSetError(f"extends 的文件夹“{name}”里没有 {HEAD}", remedy="路径从这个文件夹算起，如 ../别的规则集")
        return Path(os.path.normpath(folder / name))  # as messages name it; resolve() would make it absolute
    if not _is_builtin(name):
        from reportcheck.rulesets.nearest import suggest  # noqa: PLC0415 - only needed to explain a failure

        near = suggest(name, builtin_ids(), "内置规则集")
        raise RuleSetError(f"没有内置规则集“{name}”", remedy=f"{near}{'' if near.endswith('？') else '；'}别处的规则集写成 ../名称")
    return rules_folder() / name


def locate_editions(folder: Path) -> tuple[Path, ...]:
    """Return the rule sets that stand side by side in a folder which is none itself."""
    if (folder / HEAD).is_file() or not folder.is_dir():
        return ()
    return tuple(sorted(entry for entry in folder.iterdir() if (entry / HEAD).is_file()))


def national_editions() -> tuple[Path, ...]:
    """Return the shipped national sets, one for each Outline: those whose name begins with ``national-``."""
    return tuple(folder for folder in locate_editions(rules_folder()) if folder.name.startswith("national-"))


def _is_builtin(name: str) -> bool:
    plain = name not in {"", ".", ".."} and "/" not in name and "\\" not in name
    return plain and (rules_folder() / name / HEAD).is_file()


def _known_remedy(name: str) -> str:
    from reportcheck.rulesets.nearest import suggest  # noqa: PLC0415 - only needed to explain a failure

    near = suggest(name, builtin_ids(), "内置规则集")
    return f"{near}{'' if near.endswith('？') else '；'}也可以写含有 {HEAD} 的文件夹"
