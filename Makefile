# hakusho: every command a user or developer needs. `make help` lists them.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
HAKUSHO := $(BIN)/hakusho
STAMP := $(VENV)/.made-from-lock
TOOLS := $(VENV)/.with-tools
# Modules are compiled when they are first used: a third of the time and 100 MB less.
PIP := $(BIN)/pip install -qq --no-compile --disable-pip-version-check
COMPILE := --strip-extras --generate-hashes --allow-unsafe --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header --quiet
REFERENCE := outputs/reference
JOBS ?= $(shell nproc)

.PHONY: help
help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{printf "  %-15s %s\n", $$1, $$2}'

.PHONY: setup
setup: $(STAMP) ## Make .venv from requirements.lock (exact versions, hashes checked): what a run needs

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || { echo "hakusho needs Python 3.11, 3.12 or 3.13; $(PYTHON) is $$($(PYTHON) -V). Set PYTHON=python3.11." >&2; exit 2; }
	@echo "Making $(VENV): 65 packages with SudachiPy's dictionary and GiNZA's model, 850 MB on disk, about a minute."
	@$(PYTHON) -m venv --clear $(VENV) || { echo "python3 -m venv failed: on Debian, apt install python3-venv." >&2; exit 2; }
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-build-isolation --no-deps --editable .
	@touch $@

.PHONY: tools
tools: $(TOOLS) ## Add the developers' tools to .venv (requirements-dev.lock): tests, linters, benchmarks

$(TOOLS): $(STAMP) requirements-dev.lock
	@echo "Adding the developers' tools to $(VENV): 90 packages, 500 MB, about a minute."
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

.PHONY: run
run: setup ## Turn corpus/ into tables in outputs/reference/
	$(HAKUSHO) run corpus/raw --documents corpus/documents.csv --out $(REFERENCE) --tokens --parse --jobs $(JOBS)

.PHONY: report
report: run ## Make pages to look at from the reference run: outputs/report/index.html
	$(HAKUSHO) run corpus/years/ict_2012.txt corpus/years/ict_2013.txt --documents corpus/years/documents.csv --out outputs/years --jobs $(JOBS) --quiet
	$(HAKUSHO) editions outputs/years --out outputs/editions --quiet
	$(HAKUSHO) report $(REFERENCE) --out outputs/report
	$(HAKUSHO) report outputs/years --out outputs/report-years --editions outputs/editions

.PHONY: report-picture
report-picture: report tools ## Make docs/report.png from the report, with Chromium
	$(BIN)/python -m tests.bench.report_picture

.PHONY: evaluate
evaluate: run ## Score the reference run against corpus/gold
	$(HAKUSHO) evaluate --gold corpus/gold --run $(REFERENCE) --out outputs/evaluation
	@$(BIN)/python -m tests.bench.formats

.PHONY: editions
editions: setup ## Tell what changed between the two editions in corpus/years
	$(HAKUSHO) run corpus/years/ict_2012.txt corpus/years/ict_2013.txt --documents corpus/years/documents.csv --out outputs/years --jobs $(JOBS)
	$(HAKUSHO) editions outputs/years --out outputs/editions
	@$(BIN)/python -m tests.bench.editions outputs/years outputs/editions

.PHONY: evaluate-dev
evaluate-dev: tools ## Score all development gold, also the texts that are not ours to commit
	$(BIN)/python -m tests.bench.development

.PHONY: fit-weights
fit-weights: setup ## Fit the weights of organisations' names on the development gold, with folds by document
	$(BIN)/python -m tests.bench.fit_weights --write

.PHONY: verify
verify: run ## Re-slice every span of the reference run; compare its rows with tests/golden
	$(HAKUSHO) verify $(REFERENCE)
	diff -r --exclude=parse.csv tests/golden $(REFERENCE)/tables

.PHONY: golden
golden: tools ## Renew tests/golden after a change that was meant; read its diff before you commit
	-$(BIN)/python -m pytest tests/test_golden.py --renew-golden
	git diff --stat tests/golden

.PHONY: test
test: tools ## Run the tests
	@echo "Running about 6,000 tests on $(JOBS) cores: some twelve minutes on two."
	$(BIN)/python -m pytest -n $(JOBS)

.PHONY: fuzz
fuzz: setup ## Attack the house: 2,300 spoilt files, every tampering, every pattern, 100 MB, kills (an hour)
	HAKUSHO_FUZZ=1 $(BIN)/python -m pytest -n $(JOBS) tests/attack tests/text/test_calendar.py tests/read/test_mutations.py tests/read/test_hostile_packages.py

.PHONY: check
check: tools ## Linters, type checker, import contracts
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

.PHONY: bench
bench: tools ## Measure speed and memory; writes docs/performance.md
	$(BIN)/python -m tests.bench.speed

.PHONY: compare-peers
compare-peers: tools ## Run ja_ginza and ja-timex on the same gold, in an environment of their own
	$(BIN)/python -m tests.bench.peers

.PHONY: score-diff
score-diff: tools ## Show what the working tree finds that the last commit did not, and what it lost (SINCE=COMMIT)
	$(BIN)/python -m tests.bench.score_diff $(SINCE)

.PHONY: readme
readme: evaluate ## Put the measured scores into README.md
	$(BIN)/python -m tests.bench.readme

.PHONY: evaluation-doc
evaluation-doc: tools ## Write docs/evaluation.md: held-out figures, peers, what each source of evidence adds
	$(BIN)/python -m tests.bench.evaluation_doc

.PHONY: codebook
codebook: tools ## Write docs/codebook.md from the schemas
	$(BIN)/python -m tests.bench.codebook

.PHONY: docs
docs: tools ## Write the pages of the Python interface, from docstrings, to outputs/docs/
	$(BIN)/python -m tests.bench.docs_pages outputs/docs

.PHONY: lock
lock: tools ## Make requirements.lock and requirements-dev.lock anew from pyproject.toml
	$(BIN)/pip-compile $(COMPILE) --output-file requirements.lock pyproject.toml
	$(BIN)/pip-compile $(COMPILE) --extra dev --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml

.PHONY: clean
clean: ## Remove the environment, outputs and caches
	rm -rf $(VENV) .venv-peers build dist *.egg-info pipeline/*.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find outputs -mindepth 1 -maxdepth 1 ! -name README.md -exec rm -rf {} +
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
