"""What is written from the store for people to read."""

from collections.abc import Iterator
from pathlib import Path

from reportcheck.audit.store import Store


def write(store: Store, folder: str | None, ledger: str | None) -> Iterator[str]:
    """Write what is asked for; yield where each is, as it is done."""
    if folder is not None:
        from reportcheck.audit import dashboard  # noqa: PLC0415 - brings the templates

        dashboard.write(store, folder)
        yield f"看板：{Path(folder, 'index.html')}（用浏览器打开）"
    if ledger is not None:
        from reportcheck.audit import ledger as workbook  # noqa: PLC0415 - brings an extra

        workbook.write(store, ledger)
        yield f"台账：{ledger}"
