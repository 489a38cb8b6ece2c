"""Without the office extra the reason and the remedy are told."""

import sys

import pytest

from reportcheck.errors import UsageError
from reportcheck.reporters import reporter


@pytest.mark.parametrize(
    ("library", "name", "ours"),
    [
        ("docx", "checklist-docx", ("reportcheck.office.word", "reportcheck.reporters.checklist_docx")),
        ("xlsxwriter", "checklist-xlsx", ("reportcheck.reporters.checklist_xlsx",)),
    ],
)
def test_a_missing_library_names_what_to_install(monkeypatch, library, name, ours):
    for module in ours:
        monkeypatch.delitem(sys.modules, module, raising=False)
    monkeypatch.delattr("reportcheck.office.word", raising=False)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(UsageError, match=r'pip install "reportcheck\[office\]"'):
        reporter(name)
