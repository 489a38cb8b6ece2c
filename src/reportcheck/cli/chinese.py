"""click's own words, in Chinese."""

from collections.abc import Sequence

import click

from reportcheck.errors import ExitCode


def _show_help(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - click's signature
    if wanted and not ctx.resilient_parsing:
        click.echo(ctx.get_help(), color=ctx.color)
        ctx.exit()


# click's own option would look for a translation of its help, which costs more than to read a report.
_HELP = click.Option(["--help"], is_flag=True, is_eager=True, expose_value=False, callback=_show_help, help="显示本帮助。")


class _ChineseHelp:
    """Help texts with Chinese section names; mixed into click's classes."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))  # type: ignore[attr-defined]
        words = pieces.replace("[OPTIONS]", "[选项]").replace("COMMAND [ARGS]...", "命令 …")
        formatter.write_usage(ctx.command_path, words, prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]  # type: ignore[attr-defined]
        records = [record for param in options if (record := param.get_help_record(ctx)) is not None]
        records = [(name, words.replace("required]", "必须写]")) for name, words in records]
        if records:
            with formatter.section("选项"):
                formatter.write_dl(records)
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:  # noqa: ARG002 - click's signature
        return _HELP


class ChineseCommand(_ChineseHelp, click.Command):
    """A command whose help is in Chinese."""


class ChineseGroup(_ChineseHelp, click.Group):
    """A group whose help is in Chinese."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Show the help where no command is given; click would hand it over as the words of an error."""
        if not args and not ctx.resilient_parsing:
            click.echo(ctx.get_help(), err=True)
            ctx.exit(int(ExitCode.USAGE))
        return super().parse_args(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands with their short help."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("命令"):
            formatter.write_dl([(name, command.get_short_help_str(60)) for name, command in commands if command is not None])


def words_of(error: click.ClickException) -> str:
    """Tell a usage error in Chinese: what is wrong and where to look."""
    context = getattr(error, "ctx", None)
    hint = f"（用 {context.command_path} --help 查看用法）" if context is not None else ""
    return f"{_what(error)}{hint}"


def _what(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        near = f"，是不是 {_either(error.possibilities)}？" if error.possibilities else ""
        return f"没有这个选项：{error.option_name}{near}"
    if isinstance(error, click.MissingParameter):
        param = error.param
        named = param.opts[0] if isinstance(param, click.Option) else None
        return f"缺少参数：{named or (param.make_metavar(error.ctx) if param is not None and error.ctx is not None else '')}"
    if isinstance(error, click.BadParameter):
        param = error.param
        name = param.opts[0] if param is not None and param.opts else "参数"
        return f"{name} 的值不能用{why_not(error)}"
    if isinstance(error, click.UsageError) and "No such command" in error.message:
        return _no_command(error.message, error.ctx)
    if isinstance(error, click.UsageError):
        return f"用法不对：{error.message}"
    return error.format_message()


def _no_command(message: str, context: click.Context | None) -> str:
    wrong = _quoted(message)
    if "." in wrong:  # a file's name
        return f"没有这个命令：{wrong}；检查文件写成 reportcheck check {wrong}"
    known = context.command.list_commands(context) if context is not None and isinstance(context.command, click.Group) else []
    return f"没有这个命令：{wrong}{_near(wrong, known)}"


def _quoted(message: str) -> str:
    return message.split("'")[1] if "'" in message else ""


def _near(wrong: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only a slip of the hand needs it

    near = get_close_matches(wrong.lower(), known, n=2, cutoff=0.6)
    return f"，是不是 {_either(near)}？" if near else ""


def _either(names: Sequence[str]) -> str:
    return " 或 ".join(names)


def why_not(error: click.BadParameter) -> str:
    """Tell what a value should be; goes after ``…的值不能用``."""
    param = error.param
    if param is not None and isinstance(param.type, click.Choice):
        choices = list(map(str, param.type.choices))
        return f"{_near(_quoted(error.message), choices) or '，'}可用的有：{'、'.join(choices)}"
    return _bounds(param) or f"：{error.message}"


def _bounds(param: click.Parameter | None) -> str:
    if param is None or not isinstance(param.type, click.IntRange | click.FloatRange):
        return ""
    low, high = param.type.min, param.type.max
    return f"，应是{low:g}到{high:g}之间的数" if low is not None and high is not None else f"，应是不小于{low:g}的数"
