# What a person runs: `make demo`, `make test`, `make lint`, `make serve`.  Each installs first where that is needed.
#
#   PYTHON    a Python >= 3.11 to make .venv with
#   PIP_ARGS  more arguments for pip, such as --extra-index-url https://download.pytorch.org/whl/cpu
#   CASES     size of the demo corpus; `make clean-demo` removes one of another size

PYTHON ?= $(shell for python in python3.11 python3.12 python3.13 python3; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$python; break; }; done)
PIP_ARGS ?=
CASES ?= 2000
VENV := .venv
BIN := $(VENV)/bin
SEARCH := $(BIN)/ihc-search
DEMO := var/demo
CORPUS := $(DEMO)/corpus

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help install demo serve test test-fast lint format clean-demo

help:
	@echo 'make demo       install, load and index $(CASES) invented cases, and search them'
	@echo 'make serve      answer searches over HTTP from what the demo made'
	@echo 'make test       the whole suite        make test-fast   without what is slow'
	@echo 'make lint       ruff, mypy --strict and the import directions'

# --- Installing: once, and again when the requirements change ---------------------------------------------------------

install:
	@if $(MAKE) --question $(VENV)/installed >/dev/null 2>&1; then echo 'skipped: $(VENV) is installed'; \
	else $(MAKE) --no-print-directory $(VENV)/installed; fi

$(VENV)/installed: pyproject.toml constraints.txt
	@test -n '$(PYTHON)' || { echo 'no Python 3.11 or later was found; name one: make PYTHON=/path/to/python3.11' >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check $(PIP_ARGS) -c constraints.txt -e '.[dev]'
	@touch $@

# --- The demo: nothing of it is a real case ---------------------------------------------------------------------------

# Loading and indexing find out by themselves that nothing is new, and say so.
demo: export IHC_SEARCH_HOME := $(DEMO)
demo: export HF_HUB_OFFLINE := 1
# A busy machine would show the first stage alone.
demo: export IHC_SEARCH_DEADLINE_MS := 0
demo: install
	@case '$(CASES)' in ''|0*|*[!0-9]*) echo 'CASES is $(CASES); give a number above 0' >&2; exit 2;; esac
	@if test -e $(DEMO)/made-$(CASES); then echo 'skipped: $(CASES) invented cases are in $(CORPUS)'; \
	elif ls $(DEMO)/made-* >/dev/null 2>&1; then \
	echo '$(DEMO) holds a demo of another size; `make clean-demo` removes it, with all that was loaded into it' >&2; exit 2; \
	else $(SEARCH) demo --cases $(CASES) --out $(CORPUS) && touch $(DEMO)/made-$(CASES); fi
	@if test -e $(DEMO)/loaded; then echo 'skipped: they are loaded'; \
	else $(SEARCH) load $(CORPUS)/records.jsonl $(CORPUS)/documents.jsonl && touch $(DEMO)/loaded; fi
	@$(SEARCH) reindex
	@for kind in identifier question topical; do \
		query=$$(sed -n 's/^{"query": "\(.*\)", "kind": "'$$kind'".*/\1/p' $(CORPUS)/queries_dev.jsonl | head -n 1); \
		test -n "$$query" || continue; echo; echo "ihc-search search \"$$query\""; $(SEARCH) search --limit 5 -- "$$query" || exit; done
	@echo; echo 'Start the server with `make serve`; http://127.0.0.1:8000/v1/search?q=bail then answers.'
	@echo 'Other commands: export IHC_SEARCH_HOME=$(DEMO), then $(SEARCH) --help'

clean-demo:
	rm -rf $(DEMO)

serve: export IHC_SEARCH_HOME ?= $(DEMO)
serve: export HF_HUB_OFFLINE := 1
serve: $(VENV)/installed
	$(SEARCH) serve

# --- Checks -----------------------------------------------------------------------------------------------------------

test: export HF_HUB_OFFLINE := 1
test: $(VENV)/installed
	$(BIN)/python -m pytest

test-fast: export HF_HUB_OFFLINE := 1
test-fast: $(VENV)/installed
	$(BIN)/python -m pytest -m 'not slow'

lint: $(VENV)/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: $(VENV)/installed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
