"""A waiver: somebody answers for it that a finding does not count, and until when."""

import os
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from reportcheck.errors import UsageError
from reportcheck.suppression.paths import matches
from reportcheck.verdict import Suppression


class Waiver(NamedTuple):
    """``rule`` and ``path`` are globs, ``path`` is seen from ``folder``; ``fingerprint`` narrows it to one finding."""

    rule: str
    path: str
    reason: str
    approver: str
    expires: date | None
    fingerprint: str
    folder: Path
    """Where the file stands in which the waiver is written."""
    source: str
    """That file, as messages name it."""
    line: int
    column: int

    def concerns(self, name: str) -> bool:
        """Tell whether it is about the file of this name, seen from ``folder``."""
        return matches(self.path, name)

    def names(self, rule_id: str) -> bool:
        """Tell whether it is about this rule."""
        return fnmatchcase(rule_id, self.rule)

    def covers(self, rule_id: str, fingerprint: str) -> bool:
        """Tell whether it is about this finding of a file that it concerns."""
        return self.names(rule_id) and self.fingerprint in ("", fingerprint)

    def expired(self, today: date) -> bool:
        """Tell whether its last day is over."""
        return self.expires is not None and self.expires < today

    @property
    def suppression(self) -> Suppression:
        """Return what the waived findings carry."""
        return Suppression("waiver", self.reason, self.approver, self.expires.isoformat() if self.expires else "")


def today() -> date:
    """Return the local date; the environment may state another one, so that a run can be repeated."""
    stated = os.environ.get("REPORTCHECK_TODAY", "")
    if not stated:
        return date.today()  # noqa: DTZ011 - a waiver ends with the day of those who gave it
    try:
        return date.fromisoformat(stated)
    except ValueError:
        raise UsageError(f"环境变量 REPORTCHECK_TODAY 的值“{stated}”不是日期", remedy="写成 2025-12-31 的样子") from None
