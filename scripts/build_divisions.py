"""Write the table of administrative divisions that the package ships, with their short names.

    python scripts/build_divisions.py [--check] [SOURCE]

SOURCE is a CSV of code,name,level (default ../shared/facts/divisions.csv, data of the
National Bureau of Statistics as published there). With ``--check`` nothing is
written: exit 1 when the shipped file differs. Without SOURCE at hand, exit 0.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "src" / "reportcheck" / "structure" / "divisions.txt"
LEVELS = ("province", "prefecture", "county")
ETHNIC = re.compile(
    r"(?:壮族|回族|维吾尔|藏族|羌族|彝族|苗族|侗族|布依族|土家族|傣族|景颇族|傈僳族|哈尼族|白族|朝鲜族|蒙古族?|哈萨克|柯尔克孜|黎族|满族|瑶族|仡佬族|水族|畲族|纳西族|佤族|拉祜族|"
    r"布朗族|独龙族|怒族|普米族|裕固族|东乡族|保安族|撒拉族|土族|锡伯|塔吉克|达斡尔族?|鄂温克族?|鄂伦春|仫佬族|毛南族|各族|多民族)+"
)
AUTONOMOUS = ("自治州", "自治县", "自治旗", "自治区")
NOT_NAMES = {"市辖区", "县"}


def short_names(name: str) -> list[str]:
    """Return the forms under which an autonomous division is written: 昌吉回族自治州 as 昌吉自治州 and 昌吉州."""
    short = ETHNIC.sub("", name, count=1)
    if short == name or not name.endswith(AUTONOMOUS):
        return []
    return [word for word in (short, short.replace("自治", "")) if len(word) > 2]  # noqa: PLR2004 - a stem and a suffix


def table(source: Path) -> str:
    """Return one line a name: the name and the highest level at which it occurs."""
    levels: dict[str, str] = {}
    for row in source.read_text(encoding="utf-8").splitlines()[1:]:
        _, name, level = row.split(",")
        if name in NOT_NAMES or "直辖" in name:
            continue
        for word in (name, *short_names(name)):
            if word not in levels or LEVELS.index(level) < LEVELS.index(levels[word]):
                levels[word] = level
    return "".join(f"{name},{level}\n" for name, level in sorted(levels.items()))


def main(argv: list[str]) -> int:
    """Write or compare."""
    paths = [arg for arg in argv if arg != "--check"]
    source = Path(paths[0]) if paths else ROOT.parent / "shared" / "facts" / "divisions.csv"
    if not source.is_file():
        print(f"{source}: not here, nothing to compare")
        return 0
    text = table(source)
    if "--check" in argv:
        same = TARGET.read_text(encoding="utf-8") == text
        print("divisions: up to date" if same else f"divisions: {TARGET} is stale, run scripts/build_divisions.py")
        return 0 if same else 1
    TARGET.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
