"""Where output goes."""

import os
import sys

from reportcheck.errors import UsageError

_WIDTH = 80
_WIDEST = 110
_CONTROL = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A)], " ")


def one_line(text: str) -> str:
    """Replace what would break the line or what a terminal obeys, one blank for each, so that columns hold."""
    return text.translate(_CONTROL)


def tell(message: str) -> None:
    """Tell something about the run, beside its output; names of files may hold anything."""
    print(f"reportcheck: {one_line(message)}", file=sys.stderr)  # noqa: T201 - the edge


def use_color(choice: str) -> bool:
    """Decide on colour: the option first, then NO_COLOR and FORCE_COLOR (when not empty), then whether it is a terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def console_width() -> int:
    """Return the width to write for: the terminal's, as far as lines are good to read; 80 where the output goes elsewhere."""
    if not sys.stdout.isatty():
        return _WIDTH
    try:
        return min(os.get_terminal_size(sys.stdout.fileno()).columns or _WIDTH, _WIDEST)
    except OSError:  # a terminal that does not tell
        return _WIDTH


def print_output(content: str | bytes) -> None:
    """Print a result; bytes go out as they are, a console cannot spoil them."""
    if isinstance(content, bytes):
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    else:
        sys.stdout.write(content)


def write_output(path: str | os.PathLike[str], content: str | bytes) -> None:
    """Write a result file; newlines are the same on every platform."""
    try:
        with open(path, "wb") as stream:
            stream.write(content if isinstance(content, bytes) else content.encode("utf-8"))
    except OSError as error:
        raise UsageError(f"写不了文件（{error.strerror or error}）", where=os.fspath(path), remedy="请检查文件夹是否存在、文件是否正被打开") from None


def append_output(path: str | os.PathLike[str], text: str) -> None:
    """Add to a file that collects the output of several programs."""
    try:
        with open(path, "a", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        raise UsageError(f"写不了文件（{error.strerror or error}）", where=os.fspath(path)) from None
