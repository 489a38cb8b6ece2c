"""What is found but does not count: waived by somebody, or known to a baseline. ``apply.suppress`` is the one place."""
