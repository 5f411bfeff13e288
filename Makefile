# make demo — check the sample job descriptions; make test — everything that must be green.
# Both set the project up first: Python 3.11 or newer and make are all they need.

PYTHON ?= $(shell for one in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	if $$one -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then echo $$one; break; fi; done)
BIN := .venv/bin

ORACLE ?= ../shared/tools/word_labels_oracle.py
WORD ?= ../shared/corpus/word/num
FUZZ_EXAMPLES ?= 5000

.PHONY: demo test docs site fuzz oracle format clean
.NOTPARALLEL:

demo: .venv/installed
	$(BIN)/jdlint check --isolated --fail-on never fixtures/demo

test: .venv/installed-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy --strict
	$(BIN)/lint-imports --no-logo
	$(BIN)/pytest

# What is made of the rules and their kinds: the manual's pages, the schemas for editors.
docs: .venv/installed-dev
	$(BIN)/python docs/build_rules.py
	$(BIN)/jdlint rules schema -o jdlint/packs/rule.schema.json
	$(BIN)/jdlint rules schema --rows -o jdlint/packs/rows.schema.json
	$(BIN)/jdlint rules schema --pack -o jdlint/packs/pack.schema.json

# The manual as a site, in site/: strict, so that a dead link is an error.
site: .venv/installed-site docs
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

# Random and broken Word files, longer than the suite tries them.
fuzz: .venv/installed-dev
	FUZZ_EXAMPLES=$(FUZZ_EXAMPLES) $(BIN)/pytest tests/readers/docx/test_fuzz.py

# Our labels against LibreOffice's over the Word files of a folder: make oracle WORD=folder ORACLE=script
oracle: .venv/installed-dev
	$(BIN)/python benchmarks/labels.py $(WORD) $(ORACLE)

format: .venv/installed-dev
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean:
	rm -rf .venv dist build

.venv/made:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: https://www.python.org/downloads/" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	@touch $@

.venv/installed: .venv/made pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

.venv/installed-dev: .venv/installed
	$(BIN)/python -m pip install --quiet --editable . --group dev
	@touch $@

.venv/installed-site: .venv/installed-dev
	$(BIN)/python -m pip install --quiet --group site
	@touch $@
