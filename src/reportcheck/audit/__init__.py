"""What only supervisors need: many reports in one store, who has not submitted, who copied, what to read first."""
