"""Small reports of invented bodies, for tests of who submitted what."""

from drafts import ACHIEVEMENTS, LEADERS, PLAN, PROBLEMS

LEAD = "现将法治政府建设情况报告如下。"


def letter(issuer: str = "云岭县人民政府", day: str = "2025年2月20日", year: int = 2024, *, extra: str = "", title: str = "") -> str:
    body = f"{ACHIEVEMENTS}\n{extra}\n{PROBLEMS}\n{LEADERS}\n{PLAN}".replace("2024", str(year)).replace("2025", str(year + 1))
    head = title or f"{issuer}{year}年法治政府建设年度报告"
    return "\n".join(line for line in (head, f"{year}年，{LEAD}", body, issuer, day) if line)
