"""Waivers as they are written: in the configuration file, or in a file of their own."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from reportcheck.config.read import WAIVERS, ConfigFile, read_config, read_marked
from reportcheck.rulesets.nearest import suggest
from reportcheck.rulesets.strict_yaml import KeyPath
from reportcheck.suppression.waiver import Waiver

_NEEDED = {"rule": "哪条规则", "path": "哪些文件", "reason": "为什么豁免", "approver": "谁批准的"}
_KEYS = (*_NEEDED, "expires", "fingerprint")
_SHAPE = "每条豁免写 rule、path、reason、approver，可以写 expires"


def waivers_in(config: ConfigFile) -> tuple[Waiver, ...]:
    """Return the waivers that the configuration file itself lists."""
    return tuple(_waivers(config, (WAIVERS,), config.settings.get(WAIVERS, [])))


def waivers_of(path: Path, name: str) -> tuple[Waiver, ...]:
    """Return the waivers of a file of their own: a list, or the same under ``waivers:``."""
    config = ConfigFile(path, name, read_marked(path, name))
    if isinstance(config.marked.data, dict):
        return waivers_in(read_config(path, name, (WAIVERS,)))
    return tuple(_waivers(config, (), config.marked.data))


def _waivers(config: ConfigFile, at: KeyPath, listed: Any) -> Iterator[Waiver]:  # noqa: ANN401 - whatever the file holds
    if not isinstance(listed, list):
        raise config.fault(at, "豁免要写成列表", f"每条前面加“- ”；{_SHAPE}")
    for index, each in enumerate(listed):
        yield _waiver(config, (*at, index), each)


def _waiver(config: ConfigFile, at: KeyPath, fields: Any) -> Waiver:  # noqa: ANN401 - whatever the file holds
    if not isinstance(fields, dict):
        raise config.fault(at, "这条豁免写得不对", _SHAPE)
    for key in fields:
        if key not in _KEYS:
            raise config.fault((*at, key), f"豁免里没有“{key}”这一项", suggest(key, _KEYS, "可以写的有"), key=True)
    told = {key: _text(config, (*at, key), value) for key, value in fields.items()}
    for key, meaning in _NEEDED.items():
        if not told.get(key):
            raise config.fault((*at, key) if key in told else at, f"豁免没有写 {key}（{meaning}）", "没有理由和批准人的豁免不起作用")
    line, column = config.marked.mark(at)
    return Waiver(
        rule=told["rule"],
        path=told["path"],
        reason=told["reason"],
        approver=told["approver"],
        expires=_expires(config, at, told),
        fingerprint=told.get("fingerprint", ""),
        folder=config.path.parent,
        source=config.name,
        line=line,
        column=column,
    )


def _text(config: ConfigFile, at: KeyPath, value: Any) -> str:  # noqa: ANN401 - whatever the file holds
    if not isinstance(value, str):
        raise config.fault(at, f"豁免的 {at[-1]} 要写成文字", "给值加上引号")
    return value.strip()


def _expires(config: ConfigFile, at: KeyPath, told: dict[str, str]) -> date | None:
    if "expires" not in told:
        return None
    try:
        return date.fromisoformat(told["expires"])
    except ValueError:
        raise config.fault((*at, "expires"), f"“{told['expires']}”不是日期", '写成 "2025-12-31" 的样子，到这一天为止有效') from None
