"""``reportcheck waivers``: what drafters propose to waive, as YAML that only wants an approver."""

import json
import re
import sys
from pathlib import Path

import click

from reportcheck.cli.configured import ConfiguredCommand, config_of, waivers_of
from reportcheck.cli.own import COPY
from reportcheck.document import WaiverProposal
from reportcheck.errors import ExitCode, UnreadableDocument
from reportcheck.inputs import find_inputs
from reportcheck.readers import read_bytes, read_document
from reportcheck.reporters.wording import printable
from reportcheck.suppression.paths import relative_name
from reportcheck.suppression.waiver import Waiver

_HELP = (
    "把 PATH 里对检查批注的回复（以“不适用：”或“已说明：”开头）列成豁免清单。"
    "由批准的人在 approver 里填上姓名，再并入 reportcheck.yaml；没有填的不起作用。"
)


@click.command("waivers", cls=ConfiguredCommand, help=_HELP, short_help="列出提出的豁免")
@click.argument("paths", metavar="PATH…", nargs=-1, required=True)
@click.option("--waivers", metavar="FILE", help="已有的豁免清单，里面有的不再列出；不写则用配置文件里写的。")
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[str, ...], waivers: str | None) -> ExitCode:  # noqa: ARG001 - read from the context
    """List the proposals that are not yet settled."""
    config, settled = config_of(ctx), waivers_of(ctx)
    folder = config.path.parent if config is not None else Path.cwd()
    proposed, code = _read(paths)
    pending = [each for each in proposed if not any(_settles(waiver, each) for waiver in settled)]
    if pending:
        sys.stdout.write("waivers:\n" + "".join(_entry(each, folder) for each in pending))
    else:
        print("reportcheck: 没有待批准的豁免。", file=sys.stderr)  # noqa: T201 - the edge
    return code


def _read(paths: tuple[str, ...]) -> tuple[list[WaiverProposal], ExitCode]:
    proposed: list[WaiverProposal] = []
    code = ExitCode.OK
    for each in find_inputs(paths, stdin=sys.stdin.buffer.read, stdin_name="stdin.docx"):
        try:
            document = read_document(each.path) if each.data is None else read_bytes(each.data, each.path)
            proposed += document.proposals
        except UnreadableDocument as error:
            print(f"reportcheck: {error}", file=sys.stderr)  # noqa: T201 - the edge
            code = ExitCode.UNREADABLE
    return proposed, code


def _settles(waiver: Waiver, proposal: WaiverProposal) -> bool:
    name = relative_name(proposal.path, waiver.folder)
    return waiver.concerns(name) and waiver.covers(proposal.rule, proposal.fingerprint)


def _entry(proposal: WaiverProposal, folder: Path) -> str:
    who = "，".join(filter(None, (proposal.author, proposal.date)))
    fields = {
        "rule": proposal.rule,
        "path": _with_copies(printable(relative_name(proposal.path, folder))),
        "fingerprint": proposal.fingerprint,
        "reason": proposal.reason,
        "approver": "",
    }
    # JSON's strings are YAML's, whatever stands in them.
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items()]
    lines[-1] += "  # 由批准的人填写"
    comment = f"  # 提出人：{' '.join(who.split())}\n" if who else ""
    return f"{comment}  - " + "\n    ".join(lines) + "\n"


def _with_copies(path: str) -> str:
    """Return a pattern for a draft and its commented copies, which the reply came in; the fingerprint says what is meant."""
    return re.sub(rf"{COPY}\d*）\.docx$", "*.docx", path)
