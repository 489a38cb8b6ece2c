"""Write the JSON Schemas that editors use for rule files; ``--check`` only tells whether they are current."""

import argparse
import json
import sys
from pathlib import Path

from reportcheck.checks import CHECKS
from reportcheck.rulesets.schema import Schema, rule_schema, ruleset_schema

RULES = Path(__file__).resolve().parent.parent / "rules"


def main() -> int:
    """Write or check the schemas; return 1 where one is out of date."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, fail where a schema is out of date")
    check = parser.parse_args().check
    schemas: dict[str, Schema] = {"schema.json": rule_schema(CHECKS), "ruleset-schema.json": ruleset_schema(CHECKS)}
    stale = [name for name, schema in schemas.items() if not _settle(RULES / name, schema, check=check)]
    for name in stale:
        print(f"rules/{name} is out of date: run python scripts/build_schema.py", file=sys.stderr)
    return 1 if stale else 0


def _settle(path: Path, schema: Schema, *, check: bool) -> bool:
    wanted = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
    if check:
        return path.is_file() and path.read_text(encoding="utf-8") == wanted
    path.write_text(wanted, encoding="utf-8", newline="\n")
    return True


if __name__ == "__main__":
    raise SystemExit(main())
