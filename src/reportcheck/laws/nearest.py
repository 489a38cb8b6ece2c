"""Which known title a misspelt one must be."""

from functools import lru_cache

from reportcheck.laws import STATE, laws

_ENDS = ("条例", "法")
_MIN = 6
_LONGEST_SLIP = 2
_MIN_FOR_TWO = 8
_MIN_REGULATION_FOR_TWO = 11
_NO_LAW = ("办法", "方法", "说法", "讲法", "学法", "普法", "用法", "执法", "司法", "守法", "想法", "做法", "看法", "语法", "立法")
_LOCAL = "省市县区州旗盟镇乡"


def bare(title: str) -> str:
    """Return a title without the state's name, spaces and a bracket behind it (2021年修订)."""
    short = title.replace(" ", "").removeprefix(STATE)
    return short[: short.rindex("(")] if short.endswith(")") and "(" in short[1:] and "修正案" not in short else short


@lru_cache(maxsize=1024)
def misspelt(title: str) -> str | None:
    """Return the right title where this one is a slip of it; None where it is right, or somebody else's."""
    short = bare(title)
    if short in laws() or not short.endswith(_ENDS) or short.endswith(_NO_LAW) or "<" in short:
        return None
    if len(short) < _MIN and not title.startswith(STATE):
        return None
    if any(_goes_with(short, known) for known in laws()):
        return None
    near = [known for known in laws() if _is_slip(short, known)]
    return min(near, key=lambda known: (distance(short, known), known), default=None)


def _goes_with(short: str, known: str) -> bool:
    """Tell a usual short name (信息公开条例), or a place's or an implementing regulation named after the law."""
    cut = known.endswith(short) and known[: -len(short)] != "反"
    # 教育法 ends other laws' titles too; only a regulation is another's by any beginning.
    longer = short.endswith(known) and (known.endswith("条例") or len(short) - len(known) <= _LONGEST_SLIP)
    return cut or longer or short.startswith(known)


def _is_slip(short: str, known: str) -> bool:
    if abs(len(short) - len(known)) > _LONGEST_SLIP or short[-1] != known[-1]:
        return False
    if any(mark in short[: min(6, len(short) - 4)] for mark in _LOCAL if mark not in known):
        return False
    regulation = known.endswith("条例")
    if regulation is not short.endswith("条例"):
        return False
    apart = distance(short, known)
    if apart == 1 or sorted(short) == sorted(known):
        return True
    enough = _MIN_REGULATION_FOR_TWO if regulation else _MIN_FOR_TWO
    # Two characters left out make a short name.
    return apart == _LONGEST_SLIP and len(short) >= len(known) >= enough


def distance(one: str, other: str) -> int:
    """Return how many characters must be changed, added or left out."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]
