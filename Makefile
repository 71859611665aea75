# Two commands do everything on a fresh machine that has Python 3.11, venv, pip, make and git:
#   make edition   sets up, then transcripts -> TEI -> out/web/index.html and out/print/edition.pdf
#   make test      sets up, then checks and tests

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DRAGOMAN := $(BIN)/dragoman
SOURCES := $(shell find pipeline xslt schema -type f 2>/dev/null)

.PHONY: edition test check format lock docs score clean \
  benchmark-check benchmark-convert benchmark-web benchmark-print fuzz-convert

edition: $(VENV)/.runtime
	$(DRAGOMAN) convert
	$(DRAGOMAN) annotate --accept sure
	$(DRAGOMAN) check
	$(DRAGOMAN) build web print offprints

test: $(VENV)/.test check
	tests/setup.sh
	$(BIN)/python -m pytest

check: $(VENV)/.test
	$(BIN)/ruff check pipeline tests benchmarks fuzz docs
	$(BIN)/ruff format --check pipeline tests benchmarks fuzz docs
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
	$(BIN)/ruff check --fix pipeline tests benchmarks fuzz docs
	$(BIN)/ruff format pipeline tests benchmarks fuzz docs

# The versions that were tested, with their digests. Run it where dependencies change.
LOCK := $(BIN)/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header --python-version 3.11
lock: $(VENV)/.test
	$(LOCK) --extra build -o requirements.txt pyproject.toml
	$(LOCK) --extra build --extra test -c requirements.txt -o requirements-test.txt pyproject.toml

# What a conversion costs: documents and megabytes a second, growth, memory. Takes some twenty minutes.
benchmark-convert: $(VENV)/.test
	$(BIN)/python benchmarks/conversion.py

# What a check costs, of one document, a hundred and five thousand; jing and TEI All where they are named.
benchmark-check: $(VENV)/.test
	$(BIN)/python benchmarks/check.py

# What a site costs, from a hundred documents to ten thousand.
benchmark-web: $(VENV)/.test
	$(BIN)/python benchmarks/web.py

# What a book costs, from thirty pages to twelve hundred.
benchmark-print: $(VENV)/.test
	$(BIN)/python tests/print/benchmark.py

# How often brackets and names are told right.
score: $(VENV)/.test
	$(BIN)/python tests/convert/brackets/evaluate.py
	PYTHONPATH=tests/entities $(BIN)/python tests/entities/score.py

# Two minutes of the fuzzer on each converter and each carrier, with the proof (atheris is no dependency of the tests).
fuzz-convert: $(VENV)/.test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check atheris==3.0.0
	for name in telegram memorandum catalogue search-results html docx pdf encoding; do \
	  $(BIN)/python fuzz/fuzz_conversion.py $$name -max_total_time=120 || exit 1; done

# Pages that are made from the program: one for each rule.
docs: $(VENV)/.runtime
	$(BIN)/python docs/make_rule_pages.py

clean:
	rm -rf $(VENV) out/web out/print out/reports out/.dragoman-state.json
