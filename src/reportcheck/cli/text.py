"""``reportcheck text``: what was read, as it was read."""

import sys

import click

from reportcheck.cli.chinese import ChineseCommand
from reportcheck.errors import ExitCode
from reportcheck.readers import read_document
from reportcheck.structure.reading import Reading


@click.command("text", cls=ChineseCommand, help="显示从 FILE 读到的正文，一段一行。", short_help="显示读到的正文")
@click.argument("file", metavar="FILE")
@click.option("--roles", is_flag=True, help="每段前面标出它属于哪一部分。")
def command(file: str, *, roles: bool) -> ExitCode:
    """Print the blocks, or with ``--roles`` the passages behind their roles."""
    document = read_document(file)
    if roles:
        reading = Reading(document)
        lines = [f"{passage.role}\t{document.quote(passage.span)}" for passage in reading.passages]
    else:
        lines = [document.quote(block.span) for block in document.blocks]
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return ExitCode.OK
