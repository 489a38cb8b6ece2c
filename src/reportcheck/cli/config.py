"""``reportcheck config``: every setting of ``check``, and where its value comes from."""

import os
import sys
from pathlib import Path
from typing import Any

import click

from reportcheck.cli import check
from reportcheck.cli.chinese import ChineseCommand
from reportcheck.cli.configured import KEYS, config_of, key_of, origin_of, waivers_of
from reportcheck.config.find import find_config
from reportcheck.errors import ExitCode
from reportcheck.text.width import columns, pad

_KEY_COLUMNS = 12
_VALUE_COLUMNS = 28


@click.command("config", cls=ChineseCommand, help="显示在当前文件夹运行 check 时各项设置的值。", short_help="显示设置")
@click.option("--origin", is_flag=True, help="同时显示每个值的来源：环境变量、配置文件第几行、默认。")
def command(*, origin: bool) -> ExitCode:
    """Print the settings that a check would run with."""
    path = find_config(Path.cwd())
    where = "没有找到（当前文件夹起，向上到 git 仓库的根）" if path is None else Path(os.path.relpath(path)).as_posix()
    lines = [f"配置文件：{where}"]
    ctx = check.command.make_context("check", ["-"])
    options = {key_of(param): param.name for param in check.command.params if param.name}
    for key in KEYS:
        name = options[key]
        value = _waivers(ctx) if key == "waivers" else _value(ctx.params[name])
        lines.append(_line(key, value, _origin(ctx, key, name) if origin else ""))
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return ExitCode.OK


def _line(key: str, value: str, origin: str) -> str:
    gap = "  " if columns(value) >= _VALUE_COLUMNS else ""
    return f"{pad(key, _KEY_COLUMNS)}{pad(value, _VALUE_COLUMNS)}{gap}{origin}".rstrip()


def _value(value: Any) -> str:  # noqa: ANN401 - whatever an option holds
    if isinstance(value, tuple):
        return "；".join(map(str, value)) or "没有设置"
    return "没有设置" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def _waivers(ctx: click.Context) -> str:
    listed = waivers_of(ctx)
    named = ctx.params["waivers"]
    if not listed and named is None:
        return "没有设置"
    return f"{f'{named}，' if named else ''}{len(listed)} 条"


def _origin(ctx: click.Context, key: str, name: str) -> str:
    config = config_of(ctx)
    if key == "waivers" and ctx.params["waivers"] is None and config is not None and key in config.settings:
        return f"{config.name} 第{config.marked.mark((key,), key=True)[0]}行"
    return origin_of(ctx, name)
