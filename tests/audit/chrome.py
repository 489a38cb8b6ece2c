"""A headless Chromium for tests, spoken to over a pipe: no driver, no port, no network."""

import base64
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--remote-debugging-pipe", "--window-size=1280,900",
)


def find() -> str | None:
    return next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)


class Page:
    """One tab."""

    def __init__(self, write: int, read: int) -> None:
        self._write, self._read, self._rest, self._number, self._session = write, read, b"", 0, None
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.send("Page.enable")

    def send(self, method: str, **params: Any) -> Any:
        self._number += 1
        message = {"id": self._number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        answer = self._until(lambda told: told.get("id") == self._number)
        assert "error" not in answer, answer
        return answer["result"]

    def open(self, path: Path, fragment: str = "") -> None:
        self.send("Page.navigate", url="about:blank")
        self.send("Page.navigate", url=path.resolve().as_uri() + fragment)
        self._until(lambda told: told.get("method") == "Page.loadEventFired" and self.run("location.href") != "about:blank")

    def run(self, script: str) -> Any:
        """Evaluate a script and wait for its promise."""
        answer = self.send("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def size(self, width: int, height: int) -> None:
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def picture(self, path: Path, *, whole: bool = False) -> None:
        data = self.send("Page.captureScreenshot", captureBeyondViewport=whole)["data"]
        path.write_bytes(base64.b64decode(data))

    def print(self, path: Path) -> None:
        data = self.send("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"]
        path.write_bytes(base64.b64decode(data))

    def _until(self, wanted: Any) -> Any:
        while True:
            message, mark, rest = self._rest.partition(b"\0")
            if not mark:
                data = os.read(self._read, 1 << 20)
                assert data, "Chromium has gone"
                self._rest += data
                continue
            self._rest = rest
            told = json.loads(message)
            if wanted(told):
                return told


@contextmanager
def page(profile: Path) -> Iterator[Page]:
    """Start a browser with a new profile, end it after."""
    read_in, write_in = os.pipe()
    read_out, write_out = os.pipe()

    def wire() -> None:  # the protocol is spoken on descriptors 3 and 4
        os.dup2(read_in, 63)
        os.dup2(write_out, 64)
        os.dup2(63, 3)
        os.dup2(64, 4)

    program = find()
    assert program is not None
    with subprocess.Popen(
        [program, *FLAGS, f"--user-data-dir={profile}"],
        preexec_fn=wire,  # noqa: PLW1509 - nothing but two descriptors is set
        close_fds=False,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        os.close(read_in)
        os.close(write_out)
        try:
            yield Page(write_in, read_out)
        finally:
            process.terminate()
            os.close(write_in)
            os.close(read_out)
