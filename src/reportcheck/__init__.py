"""Checks annual reports on building a rule-of-law government against rule sets."""

__version__ = "0.1.0"
