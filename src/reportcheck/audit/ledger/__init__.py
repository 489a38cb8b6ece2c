"""The ledger (台账): one workbook with everything that a supervisor files, sends out or follows up."""

from pathlib import Path

from reportcheck.audit.ledger.alike import alike
from reportcheck.audit.ledger.details import details
from reportcheck.audit.ledger.findings import reviewed, waived
from reportcheck.audit.ledger.first import first
from reportcheck.audit.ledger.gaps import missing, unchecked
from reportcheck.audit.ledger.overview import overview
from reportcheck.audit.precision import precisions
from reportcheck.audit.store import Store
from reportcheck.audit.workbook import Book
from reportcheck.errors import UsageError


def write(store: Store, path: str | Path) -> None:
    """Write the ledger; the same store gives the same bytes."""
    book = Book("法治政府建设年度报告审查台账")
    tables = (overview(store), first(store), details(store), unchecked(store), missing(store), alike(store), waived(store))
    for table in tables:
        book.add(table)
    measured = precisions(store)
    if measured:
        book.add(reviewed(measured))
    try:
        Path(path).write_bytes(book.bytes())
    except OSError as error:
        raise UsageError(f"写不了台账（{error.strerror or error}）", where=str(path), remedy="请检查文件夹是否存在、台账是否正被打开") from None
