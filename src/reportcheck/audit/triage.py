"""Which reports a person should read first: those where reading is likely to find most; every reason is told with its value."""

from collections import defaultdict

from reportcheck.audit.signals import Signal, all_signals
from reportcheck.audit.store import Store
from reportcheck.audit.subjects import subjects

LISTED = 30
_LEAST = 1.0
_QUOTED = 150


def compute(store: Store) -> None:
    """Fill ``triage`` with the reports whose reasons add up to most."""
    reasons: defaultdict[str, list[Signal]] = defaultdict(list)
    for signal in all_signals(store, subjects(store)):
        reasons[signal.path].append(signal._replace(value=round(signal.value, 1)))
    for signals in reasons.values():
        signals.sort(key=lambda each: (-each.value, each.reason))
    totals = {path: round(sum(each.value for each in signals), 1) for path, signals in reasons.items()}
    first = sorted((path for path, total in totals.items() if total >= _LEAST), key=lambda path: (-totals[path], path))[:LISTED]
    store.replace({"triage": [(rank, path, totals[path], *_row(reasons[path])) for rank, path in enumerate(first, 1)]})


def _row(signals: list[Signal]) -> tuple[str, str | None, int | None, int | None, str | None]:
    words = "；".join(f"{each.reason.replace('；', '，')}（+{each.value:.1f}）" for each in signals)
    begin = next((each for each in signals if each.quote), signals[0])
    return (words, begin.rule, begin.line, begin.page, _shortened(begin.quote))


def _shortened(quote: str | None) -> str | None:
    return quote if quote is None or len(quote) <= _QUOTED else f"{quote[:_QUOTED]}……"
