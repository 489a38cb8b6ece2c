# Two commands do everything: `make demo` checks a sample report, `make test` runs every gate.
# They need Python 3.11 or newer and make; the rest goes into .venv.

VENV := .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
RUN := $(BIN)/python
PIP := $(RUN) -m pip install --quiet --disable-pip-version-check
SAMPLE := samples/云岭县2024年.txt

# The first Python that is new enough; `make PYTHON=/path/to/python` overrides it.
PYTHON ?= $(shell for each in python3 python3.13 python3.12 python3.11 python; do \
	$$each -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$each && break; done)

# One gate that fails must not hide what the others find.
MAKEFLAGS += --keep-going

.PHONY: demo test lint types imports rules schema pytest bench docs clean

demo: $(VENV)/.installed
	$(BIN)/reportcheck check $(SAMPLE)

test: lint types imports rules schema pytest

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .

types: $(VENV)/.installed-dev
	$(BIN)/mypy

imports: $(VENV)/.installed-dev
	$(BIN)/lint-imports

rules: $(VENV)/.installed-dev
	$(BIN)/reportcheck rules test
	$(BIN)/reportcheck rules test --ruleset example-lanjiang
	$(BIN)/reportcheck rules lint --fail-on warning

schema: $(VENV)/.installed-dev
	$(RUN) scripts/build_schema.py --check
	$(RUN) scripts/build_divisions.py --check

pytest: $(VENV)/.installed-dev
	$(RUN) -m pytest -n 2

bench: $(VENV)/.installed
	$(RUN) benchmarks/run.py

docs: $(VENV)/.installed
	$(RUN) scripts/build_schema.py
	$(BIN)/reportcheck rules docs --output docs/rules.html --output docs/rules.md
	$(RUN) scripts/build_expected.py
	$(RUN) scripts/build_docs.py

clean:
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

$(VENV)/.created:
	@test -n "$(PYTHON)" || { echo "需要 Python 3.11 或更新的版本（Python 3.11 or newer is needed）" >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV)/.installed: pyproject.toml | $(VENV)/.created
	$(PIP) --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(VENV)/.created
	$(PIP) --editable '.[dev]'
	@touch $@ $(VENV)/.installed
