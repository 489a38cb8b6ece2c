"""``reportcheck text``: what was read, as it was read."""

import sys
from bisect import bisect_right

import click

from reportcheck.cli.chinese import ChineseCommand
from reportcheck.cli.streams import one_line, tell
from reportcheck.document import Document
from reportcheck.errors import ExitCode
from reportcheck.readers import read_document
from reportcheck.structure.reading import Reading

_HELP = (
    "显示从 FILE 读到的正文，一段一行。Word、网页、PDF和OFD文件，第N行就是检查结果里说的第N段。"
    "压缩包里的文件写成 档案.zip/区县/报告.docx。"
)


@click.command("text", cls=ChineseCommand, help=_HELP, short_help="显示读到的正文")
@click.argument("file", metavar="FILE")
@click.option("--roles", is_flag=True, help="每段前面标出它属于哪一部分。")
def command(file: str, *, roles: bool) -> ExitCode:
    """Print the blocks, with ``--roles`` each behind its role; how they were read goes to stderr."""
    document = read_document(file)
    lines = [one_line(document.quote(block.span)) for block in document.blocks]
    if roles:
        lines = [f"{role}\t{line}" for role, line in zip(_roles(document), lines, strict=True)]
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    for note in document.notes:
        tell(f"{file}：{note}")
    return ExitCode.OK


def _roles(document: Document) -> list[str]:
    """Return the role of each block; its first passage's, where a heading and its text share a paragraph."""
    starts = [block.span.start for block in document.blocks]
    found: dict[int, str] = {}
    for passage in Reading(document).passages:
        found.setdefault(bisect_right(starts, passage.span.start) - 1, str(passage.role))
    return [found.get(number, "noise") for number in range(len(starts))]
