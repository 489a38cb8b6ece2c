"""Where the shipped rule sets are, and which folder a name means."""

import os

from reportcheck.errors import RuleSetError

HEAD = "ruleset.yaml"

# Not importlib.resources: its import alone takes longer than loading a compiled rule set,
# and the rules have to be real files anyway.
_PACKAGE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))


def rules_folder() -> str:
    """Return the folder of the shipped rules: the wheel's, or in a checkout the repository's."""
    shipped = os.path.join(_PACKAGE, "_rules")
    return shipped if os.path.isdir(shipped) else os.path.join(os.path.dirname(os.path.dirname(_PACKAGE)), "rules")


def builtin_ids() -> tuple[str, ...]:
    """Return the ids of the shipped rule sets, sorted."""
    return tuple(map(os.path.basename, _sets_in(rules_folder())))


def locate(name_or_dir: str | os.PathLike[str]) -> str:
    """Return the folder that is meant; a shipped id goes before a folder of the same name (``./name``)."""
    if isinstance(name_or_dir, str) and _is_builtin(name_or_dir):
        return os.path.join(rules_folder(), name_or_dir)
    folder = os.fspath(name_or_dir) or "."
    if _holds_set(folder):
        return folder
    if os.path.isdir(folder):
        raise RuleSetError(f"文件夹里没有 {HEAD}", where=posix(folder), remedy=f"规则集的文件夹里要有 {HEAD}")
    raise RuleSetError(f"没有找到规则集“{name_or_dir}”", remedy=_known_remedy(str(name_or_dir)))


def locate_base(folder: str, name: str) -> str:
    """Return the folder that ``extends`` means: a shipped set's, or the one at a path (``../name``) from the overlay's folder."""
    if name.startswith("."):
        if not _holds_set(os.path.join(folder, name)):
            raise RuleSetError(f"extends 的文件夹“{name}”里没有 {HEAD}", remedy="路径从这个文件夹算起，如 ../别的规则集")
        return os.path.normpath(os.path.join(folder, name))  # as messages name it: not made absolute
    if not _is_builtin(name):
        from reportcheck.rulesets.nearest import suggest  # noqa: PLC0415 - only needed to explain a failure

        near = suggest(name, builtin_ids(), "内置规则集")
        raise RuleSetError(f"没有内置规则集“{name}”", remedy=f"{near}{'' if near.endswith('？') else '；'}别处的规则集写成 ../名称")
    return os.path.join(rules_folder(), name)


def locate_editions(folder: str) -> tuple[str, ...]:
    """Return the rule sets that stand side by side in a folder which is none itself."""
    return () if _holds_set(folder) else _sets_in(folder)


def _sets_in(folder: str) -> tuple[str, ...]:
    names = sorted(os.listdir(folder)) if os.path.isdir(folder) else ()
    return tuple(path for name in names if _holds_set(path := os.path.join(folder, name)))


def _holds_set(folder: str) -> bool:
    return os.path.isfile(os.path.join(folder, HEAD))


def posix(path: str) -> str:
    """Write a path as messages do on every system."""
    from pathlib import PurePath  # noqa: PLC0415 - for messages only

    return PurePath(path).as_posix()


def national_editions() -> tuple[str, ...]:
    """Return the shipped national sets, one for each Outline: those whose name begins with ``national-``."""
    return tuple(folder for folder in locate_editions(rules_folder()) if os.path.basename(folder).startswith("national-"))


def _is_builtin(name: str) -> bool:
    plain = name not in {"", ".", ".."} and "/" not in name and "\\" not in name
    return plain and _holds_set(os.path.join(rules_folder(), name))


def _known_remedy(name: str) -> str:
    from reportcheck.rulesets.nearest import suggest  # noqa: PLC0415 - only needed to explain a failure

    near = suggest(name, builtin_ids(), "内置规则集")
    return f"{near}{'' if near.endswith('？') else '；'}也可以写含有 {HEAD} 的文件夹"
