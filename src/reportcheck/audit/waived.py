"""What is found but does not count, by the waivers that hold today."""

from collections.abc import Sequence
from datetime import date

from reportcheck.audit.store import Store
from reportcheck.reporters.wording import suppression_words
from reportcheck.suppression.paths import relative_name
from reportcheck.suppression.waiver import Waiver


def compute(store: Store, waivers: Sequence[Waiver], today: date) -> None:
    """Write into ``finding.suppression`` why a finding does not count, and who answers for it."""
    valid = [waiver for waiver in waivers if not waiver.expired(today)]
    folders = dict.fromkeys(waiver.folder for waiver in valid)
    paths = store.rows("SELECT path FROM report ORDER BY path") if valid else []
    with store.transaction() as connection:
        connection.execute("UPDATE finding SET suppression = NULL WHERE suppression IS NOT NULL")
        for (path,) in paths:
            names = {folder: relative_name(str(store.folder / path), folder) for folder in folders}
            concerned = [waiver for waiver in valid if waiver.concerns(names[waiver.folder])]
            if concerned:
                connection.executemany("UPDATE finding SET suppression = ? WHERE path = ? AND number = ?", _marks(store, path, concerned))


def _marks(store: Store, path: str, waivers: Sequence[Waiver]) -> list[tuple[str, str, int]]:
    marks = []
    for number, rule, fingerprint in store.rows("SELECT number, rule, fingerprint FROM finding WHERE path = ?", (path,)):
        waiver = next((each for each in waivers if each.covers(rule, fingerprint)), None)
        if waiver is not None:
            marks.append((suppression_words(waiver.suppression).partition("：")[2], path, number))
    return marks
