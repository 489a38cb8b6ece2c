"""Old Word and WPS files, RTF and ODT: made to docx by LibreOffice where it is installed.

LibreOffice gets a folder and a profile of its own, both removed afterwards, with
macros, links and the network off.
"""


import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from reportcheck.digest import sha256
from reportcheck.document import Document
from reportcheck.errors import UnreadableDocument
from reportcheck.readers import docx

NOTE = "这是旧格式文件，先用LibreOffice转换成.docx再读取；自动编号和段落以转换后的为准"
_SECONDS = 120
_OWN_FOLDERS = ("HOME", "TMPDIR", "TMP", "TEMP")
_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
_SAVE_AS = "请用Word或WPS打开，“文件—另存为”选择Word文档（.docx）后再检查"
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
</oor:items>
"""


def read(data: bytes, path: str) -> Document:
    """Convert, then read as docx; digest and name stay the original's."""
    program = find_program()
    if program is None:
        raise UnreadableDocument(f"这是旧格式文件（{_kind(data)[1]}），电脑上没有LibreOffice，不能直接读", where=path, remedy=_SAVE_AS)
    document = docx.read(_converted(data, path, program), path)
    return document._replace(sha256=sha256(data).hexdigest(), notes=(NOTE, *document.notes))


def find_program() -> str | None:
    """Return where LibreOffice is, or None."""
    on_path = next((found for name in _NAMES if (found := shutil.which(name))), None)
    return on_path or next((place for place in _PLACES if Path(place).is_file()), None)


def _kind(data: bytes) -> tuple[str, str]:
    """Return the suffix that LibreOffice needs and the name that people know."""
    if data.startswith(b"{\\rtf"):
        return ".rtf", "RTF"
    if data.startswith(b"PK"):
        return ".odt", "ODT"
    if data.startswith(b"\xd0\xcf"):
        return ".doc", "Word 97-2003或WPS的二进制格式"
    return ".xml", "Word 2003的XML格式"


def _converted(data: bytes, path: str, program: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="reportcheck-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / f"report{_kind(data)[0]}"
        source.write_bytes(data)
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS, encoding="utf-8")
        _run(program, source, folder, path)
        result = folder / "out" / "report.docx"
        if not result.is_file():
            raise UnreadableDocument("LibreOffice打不开这个文件，可能有密码或已损坏", where=path, remedy=_SAVE_AS)
        return result.read_bytes()


def _run(program: str, source: Path, folder: Path, path: str) -> None:
    command = [
        *(program, f"-env:UserInstallation={(folder / 'profile').as_uri()}"),
        *("--headless", "--norestore", "--nologo", "--nolockcheck", "--nodefault"),
        *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), str(source)),
    ]
    process = subprocess.Popen(  # noqa: S603 - the program is LibreOffice, the file has a name of our own
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env={**os.environ, **dict.fromkeys(_OWN_FOLDERS, str(folder))},
        start_new_session=True,
    )
    try:
        process.wait(_SECONDS)
    except subprocess.TimeoutExpired:
        raise UnreadableDocument(f"LibreOffice用了{_SECONDS}秒还没有转换完", where=path, remedy=_SAVE_AS) from None
    finally:
        _stop(process)


def _stop(process: "subprocess.Popen[bytes]") -> None:
    """End LibreOffice and what it started; its launcher alone would leave the rest running."""
    if process.poll() is None:
        if sys.platform == "win32":
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)  # noqa: S603, S607
        else:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
