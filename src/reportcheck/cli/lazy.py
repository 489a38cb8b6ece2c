"""A group whose commands are imported when they are called: start-up is what people wait for."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from reportcheck.cli.chinese import ChineseGroup


class LazyGroup(ChineseGroup):
    """Holds the commands of a table: name -> (module with ``command``, short help)."""

    def __init__(self, *, table: Mapping[str, tuple[str, str]], **attributes: Any) -> None:  # noqa: ANN401 - click's attributes
        super().__init__(**attributes)
        self._table = table

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names in the table's order."""
        return list(self._table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Import one command."""
        if cmd_name not in self._table:
            return None
        command: click.Command = import_module(self._table[cmd_name][0]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """List the commands without importing them."""
        with formatter.section("命令"):
            formatter.write_dl([(name, text) for name, (_, text) in self._table.items()])
