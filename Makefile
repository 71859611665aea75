# Two commands do everything on a fresh machine that has Python 3.11, venv, pip, make and git:
#   make edition   sets up, then transcripts -> TEI -> out/web/index.html and out/print/edition.pdf
#   make test      sets up, then checks and tests

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DRAGOMAN := $(BIN)/dragoman
SOURCES := $(shell find pipeline xslt schema -type f 2>/dev/null)

.PHONY: edition test check format lock docs clean

edition: $(VENV)/.runtime
	$(DRAGOMAN) convert
	$(DRAGOMAN) annotate --accept sure
	$(DRAGOMAN) check
	$(DRAGOMAN) build

test: $(VENV)/.test check
	tests/setup.sh
	$(BIN)/python -m pytest

check: $(VENV)/.test
	$(BIN)/ruff check pipeline tests
	$(BIN)/ruff format --check pipeline tests
	$(BIN)/mypy

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: $(VENV)/bin/python requirements.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.test: $(VENV)/.runtime requirements-test.txt requirements-tei.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-tei.txt
	touch $@

format: $(VENV)/.test
	$(BIN)/ruff check --fix pipeline tests
	$(BIN)/ruff format pipeline tests

# The versions that were tested, with their digests. Run it where dependencies change.
LOCK := $(BIN)/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header --python-version 3.11
lock: $(VENV)/.test
	$(LOCK) --extra build -o requirements.txt pyproject.toml
	$(LOCK) --extra build --extra test -c requirements.txt -o requirements-test.txt pyproject.toml

# Pages that are made from the program: one for each rule.
docs: $(VENV)/.runtime
	$(BIN)/python docs/make_rule_pages.py

clean:
	rm -rf $(VENV) out/web out/print out/reports out/.dragoman-state.json
