"""What the site calls things, in Chinese."""

from reportcheck.audit import two_years
from reportcheck.audit.words import DATES, MISSING, OVERLAPS, STATES, UNVERIFIED, place, state
from reportcheck.reporters import wording

__all__ = ["DATES", "MISSING", "OVERLAPS", "STATES", "UNVERIFIED", "place", "state"]
"""Templates see these beside what stands here."""

STATUSES = {status.value: words for status, words in wording.STATUSES.items()}
STRENGTHS = {strength.value: words for strength, words in wording.STRENGTHS.items()}
SEVERITIES = {str(severity): title for severity, title in wording.SEVERITIES.items()}
LEVELS = wording.LEVELS
PROFILES = wording.PROFILES
UNGRADED = wording.UNSCORED
UNKNOWN = "不明"

FOLLOWED = two_years.STATES
FOLLOWED_KINDS = two_years.KINDS
FOLLOWED_TONES = {"done": "met", "partial": "partial", "absent": "unmet", "again": "unmet"}


def points(share: float) -> str:
    """Write a change of a share in percentage points, with its sign."""
    shown = f"{100 * share:+.0f}"
    return "0" if shown in ("+0", "-0") else shown


def percent(share: float) -> str:
    """Write a share of one as a whole percentage; what is not nothing is never written as 0%."""
    shown = f"{100 * share:.0f}%"
    return "不足1%" if share > 0 and shown == "0%" else shown
