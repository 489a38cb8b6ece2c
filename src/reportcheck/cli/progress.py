"""How far a long run has come, on a terminal only."""

import sys
import time


class TerminalProgress:
    """One line on standard error that is written over; silent where nobody watches."""

    _EVERY = 0.2
    """Seconds between two updates."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._total = self._done = 0
        self._began = self._told = 0.0

    def start(self, total: int, known: int) -> None:
        """Begin: ``known`` of the inputs need no work."""
        self._total, self._done = total - known, 0
        self._began = time.monotonic()

    def step(self) -> None:
        """One more is done."""
        self._done += 1
        now = time.monotonic()
        if self._shown and (now - self._told >= self._EVERY or self._done == self._total):
            self._told = now
            left = (now - self._began) / self._done * (self._total - self._done)
            sys.stderr.write(f"\r已检查 {self._done}/{self._total}，约剩 {_duration(left)}    ")
            sys.stderr.flush()

    def stop(self) -> None:
        """End the line, so that what is told next begins one of its own."""
        if self._told:
            sys.stderr.write("\n")
            sys.stderr.flush()


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours}小时{minutes}分"
    return f"{minutes}分{rest}秒" if minutes else f"{rest}秒"
