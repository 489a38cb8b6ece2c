"""Administrative divisions: which names a text holds, and their level."""

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
import re

_SUFFIX = re.compile(r"特别行政区|自治区|自治州|自治县|自治旗|地区|林区|特区|新区|省|市|州|盟|县|区|旗")
_TOWN = re.compile(r"[一-鿿]{1,8}?(?:街道|苏木|民族乡|镇|乡)(?=人民政府|办事处|党委|党工委|法治|20\d\d|坚持|始终|认真|深入|以|在|全面|紧|,|$|的|关于|为)")
_ETHNIC = re.compile(
    r"(?:壮族|回族|维吾尔|藏族|羌族|彝族|苗族|侗族|布依族|土家族|傣族|景颇族|傈僳族|哈尼族|白族|朝鲜族|蒙古族?|哈萨克|柯尔克孜|黎族|满族|瑶族|仡佬族|水族|畲族|纳西族|佤族|拉祜族|布朗族|独龙族|怒族|普米族|裕固族|东乡族|保安族|撒拉族|土族|锡伯|塔吉克|达斡尔族?|鄂温克族?|鄂伦春|仫佬族|毛南族|各族|多民族)+"
)
LEVEL_OF_SUFFIX = {
    "省": "province", "自治区": "province", "特别行政区": "province", "自治州": "prefecture", "州": "prefecture", "盟": "prefecture",
    "地区": "prefecture", "自治县": "county", "自治旗": "county", "县": "county", "旗": "county", "区": "county",
}


@lru_cache(maxsize=1)
def divisions() -> dict[str, frozenset[str]]:
    """Return every division's name, long and short (昌吉州), with the levels at which it occurs."""
    table: dict[str, set[str]] = {}
    text = files("reportcheck.structure").joinpath("divisions.csv").read_text(encoding="utf-8")
    for row in text.splitlines()[1:]:
        _, name, level = row.split(",")
        table.setdefault(name, set()).add(level)
        short = _ETHNIC.sub("", name, count=1)
        if short != name and name.endswith(("自治州", "自治县", "自治旗", "自治区")):
            for word in (short, short.replace("自治", "")):
                if len(word) > 2:  # noqa: PLR2004 - a stem and a suffix at least
                    table.setdefault(word, set()).add(level)
    return {name: frozenset(levels) for name, levels in table.items()}


def names_in(folded: str) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Yield (start, end, levels) of the division names in a text, longest first at each place."""
    table = divisions()
    for match in _SUFFIX.finditer(folded):
        end = match.end()
        for start in range(max(0, end - 12), end - 1):
            levels = table.get(folded[start:end])
            if levels:
                yield start, end, levels
                break


def town_in(folded: str) -> str | None:
    """Return the first township, town or street office named in a text."""
    match = _TOWN.search(folded)
    return match.group() if match else None
