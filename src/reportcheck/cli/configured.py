"""Options that a configuration file or the environment may state: option > REPORTCHECK_* > file > default."""

import os
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from reportcheck.cli.chinese import ChineseCommand, why_not
from reportcheck.config.find import find_config
from reportcheck.errors import UsageError

if TYPE_CHECKING:
    from reportcheck.config.read import ConfigFile
    from reportcheck.suppression.waiver import Waiver

KEYS = (
    *("ruleset", "profile", "level", "subject", "year", "format", "report", "select", "ignore"),
    *("fail_on", "min_score", "jobs", "color", "baseline", "waivers"),
)
_PATHS = ("baseline", "waivers", "ruleset")
_STATED = "reportcheck.stated"
_CONFIG = "reportcheck.config"


class Stated(NamedTuple):
    """A value that the environment or the file states, and where."""

    value: Any
    origin: str


class ConfiguredCommand(ChineseCommand):
    """A command whose options have their defaults from the environment and the configuration file."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Look up what is stated elsewhere, then read the command line."""
        if "--help" not in args:
            stated = _stated(self, ctx)
            ctx.meta[_STATED] = stated
            ctx.default_map = {name: each.value for name, each in stated.items()}
        return super().parse_args(ctx, args)


def key_of(param: click.Parameter) -> str:
    """Return what an option is called in the configuration file."""
    return param.opts[0].lstrip("-").replace("-", "_")


def origin_of(ctx: click.Context, name: str) -> str:
    """Say in Chinese where the value of a parameter comes from."""
    if ctx.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE:
        return "命令行"
    stated: Mapping[str, Stated] = ctx.meta.get(_STATED, {})
    return stated[name].origin if name in stated else "默认"


def config_of(ctx: click.Context) -> "ConfigFile | None":
    """Return the configuration file that holds, or None."""
    found: ConfigFile | None = ctx.meta.get(_CONFIG)
    return found


def waivers_of(ctx: click.Context) -> "tuple[Waiver, ...]":
    """Return the waivers: of the file that ``--waivers`` names, else those that the configuration file lists."""
    named, config = ctx.params.get("waivers"), config_of(ctx)
    if named is None and (config is None or "waivers" not in config.settings):
        return ()
    from reportcheck.config import waivers  # noqa: PLC0415 - most runs have none

    if named is not None:
        from pathlib import Path  # noqa: PLC0415 - likewise

        return waivers.waivers_of(Path(named), named)
    assert config is not None  # noqa: S101 - else there are none, see above
    return waivers.waivers_in(config)


def _stated(command: click.Command, ctx: click.Context) -> dict[str, Stated]:
    options = {key_of(param): param for param in command.params if param.name and key_of(param) in KEYS}
    stated = dict(_from_file(options, ctx))
    stated.update(_from_environment(options, ctx))
    return stated


def _from_environment(options: Mapping[str, click.Parameter], ctx: click.Context) -> Iterator[tuple[str, Stated]]:
    for key, param in options.items():
        variable = f"REPORTCHECK_{key.upper()}"
        written = os.environ.get(variable, "")
        if written and param.name:
            value = [each.strip() for each in written.replace("\n", ";").split(";") if each.strip()] if param.multiple else written
            fault = _fault(param, value, ctx)
            if fault:
                raise UsageError(f"环境变量 {variable} 的值“{written}”不能用{fault}")
            yield param.name, Stated(value, f"环境变量 {variable}")


def _from_file(options: Mapping[str, click.Parameter], ctx: click.Context) -> Iterator[tuple[str, Stated]]:
    found = find_config(".")
    if found is None:
        return
    from pathlib import Path  # noqa: PLC0415 - most runs have no file

    from reportcheck.config.read import read_config  # noqa: PLC0415 - likewise

    path = Path(found)
    config = read_config(path, Path(os.path.relpath(path)).as_posix(), KEYS)
    ctx.meta[_CONFIG] = config
    for key, written in config.settings.items():
        param = options.get(key)
        if param is None or param.name is None or (key == "waivers" and isinstance(written, list)):
            continue
        value = [written] if param.multiple and not isinstance(written, list) else written
        fault = _type_fault(param, value) or _fault(param, value, ctx)
        if fault:
            raise config.fault((key,), f"{key} 的值不能用{fault}")
        line = config.marked.mark((key,))[0]
        yield param.name, Stated(_from_here(key, value, str(path.parent)), f"{config.name} 第{line}行")


def _type_fault(param: click.Parameter, value: Any) -> str:  # noqa: ANN401 - whatever the file holds
    each = value if isinstance(value, list) else [value]
    if isinstance(param.type, click.types.IntParamType):
        good = all(isinstance(one, int) and not isinstance(one, bool) for one in each)
        return "" if good else "，应是整数"
    if isinstance(param.type, click.types.FloatParamType):
        return "" if all(isinstance(one, int | float) and not isinstance(one, bool) for one in each) else "，应是数"
    if isinstance(value, list) and not param.multiple:
        return "，只能写一个"
    return "" if all(isinstance(one, str) for one in each) else "，应是文字"


def _fault(param: click.Parameter, value: Any, ctx: click.Context) -> str:  # noqa: ANN401 - whatever is stated
    try:
        for one in value if isinstance(value, list) else [value]:
            param.type.convert(one, param, ctx)
    except click.BadParameter as error:
        return why_not(error)
    return ""


def _from_here(key: str, value: Any, folder: str) -> Any:  # noqa: ANN401 - as it was written
    """Paths in the file are seen from its folder, wherever the command is run."""
    if key == "report":
        return [f"{name}{mark}{_seen_from(folder, path)}" if mark else name for name, mark, path in (one.partition("=") for one in value)]
    if key not in _PATHS or (key == "ruleset" and not os.path.isdir(os.path.join(folder, value))):
        return value
    return _seen_from(folder, value)


def _seen_from(folder: str, path: str) -> str:
    return path if folder == os.getcwd() else os.path.normpath(os.path.join(os.path.relpath(folder), path))
