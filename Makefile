# `make` lists the targets. All of them set up the environment first, if it is missing or out of date: python3 (3.11 or
# later), make and a package index are all they need.

PYTHON ?= python3
ARTICLE ?= seeds/harbour-fire.txt

BIN := .venv/bin
READY := .venv/.ready
SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

.PHONY: help brief test lint types contracts check evals schemas docs-cli bench bench-client bench-tokens bench-evals bench-read bench-daily bench-batch mutants fuzz injection wheel pins clean

help: ## List the targets.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

brief: $(READY) ## Print the card of an article (ARTICLE=path).
	@$(BIN)/summarize brief "$(ARTICLE)"

test: $(READY) ## Run the tests (PYTEST="-k word": those alone).
	@$(BIN)/python -m pytest -n auto --dist worksteal $(PYTEST)

lint: $(READY) ## Check style and formatting.
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

types: $(READY) ## Check types, strictly.
	@$(BIN)/mypy

contracts: $(READY) ## Check that imports go one way.
	@$(BIN)/lint-imports --no-logo

check: lint types contracts test ## All of the above.

evals: $(READY) ## Score cards against gold and checks against claims, and gate them.
	@mkdir -p build/evals
	@$(BIN)/evals check evals/gold evals/more
	@$(BIN)/evals run --engine extractive -o build/evals/extractive-nlp.json
	@$(BIN)/evals run --engine extractive --nlp off -o build/evals/extractive.json > build/evals/extractive.md
	@$(BIN)/evals run --engine extractive --gold evals/more -o build/evals/more.json > build/evals/more.md
	@$(BIN)/evals run --replay evals/recordings/qwen2.5-coder-1.5b-instruct-q4_k_m -o build/evals/qwen.json
	@$(BIN)/evals report build/evals/extractive-nlp.json build/evals/qwen.json -o build/evals/report.html
	@$(BIN)/evals gate build/evals/extractive-nlp.json build/evals/extractive.json build/evals/more.json build/evals/qwen.json
	@$(BIN)/evals claims evals/claims $(addprefix evals/claims/,freely desk press cutting exchanged rewrite bulletin) --gate > build/evals/claims.md

schemas: $(READY) ## Write schemas/ anew, from the models.
	@$(BIN)/python -m summarize.schemas schemas

docs-cli: $(READY) ## Write docs/cli.md, the manual pages and completions anew, from the help texts.
	@$(BIN)/python -m summarize.cli.reference docs/cli.md
	@$(BIN)/python -m summarize.cli.manual share

bench: $(READY) ## Measure start-up, speed, memory and growth against their limits.
	@$(BIN)/python -m tests.benches.program

bench-client: $(READY) ## Measure the CPU of a card by a language model beside the plain openai client.
	@$(BIN)/python -m tests.benches.client

bench-tokens: $(READY) ## Count output tokens by reference and written out, from recordings (BENCH="--model NAME ..." asks anew).
	@$(BIN)/python -m tests.benches.tokens $(BENCH)

bench-evals: $(READY) ## Measure the CPU of evals itself, beside pydantic-evals and inspect_ai if they are installed.
	@$(BIN)/python -m tests.benches.evals

bench-read: $(READY) ## Measure pages read per second and core, and the share of each step (BENCH="FOLDER" for pages of yours).
	@$(BIN)/python -m tests.benches.reading $(BENCH)

bench-daily: $(READY) ## Measure a day of 1,000 articles: articles per second, the share of each step, growth, memory.
	@$(BIN)/python -m tests.benches.daily $(BENCH)

bench-batch: $(READY) ## Measure 10,000 articles on all cores, a batch that is killed 50 times, and searches (BENCH="--articles 100000").
	@$(BIN)/python -m tests.benches.batch $(BENCH)
	@$(BIN)/python -m tests.benches.search
	@$(BIN)/python -m tests.batch.kills --kills 50

N ?= 200
SEED ?= 1

mutants: $(READY) ## Put N small faults into the code, one at a time, and print those that no test notices (N=200 SEED=1 UNDER=evidence).
	@$(BIN)/python -m tests.mutants --sample $(N) --seed $(SEED) --under "$(UNDER)"

SECONDS ?= 60

fuzz: $(READY) ## Give every reader and finder what nobody would write, for SECONDS: each must take or refuse it, in time that grows with its bytes (BENCH=2000000: texts of so many characters).
	@$(BIN)/python -m tests.$(if $(BENCH),slow $(BENCH),fuzz --seconds $(SECONDS) --seed $(SEED))

injection: $(READY) ## Count the articles that give orders and get their way, with a model that obeys.
	@$(BIN)/python -m tests.injection

wheel: $(READY) ## Build the wheel into dist/.
	@$(BIN)/python -m build --wheel --no-isolation --outdir dist . > .venv/build.log 2>&1 || { cat .venv/build.log >&2; exit 1; }
	@ls dist/*.whl

pins: ## Write constraints.txt anew, keeping its versions (UPGRADE=--upgrade takes the newest).
	@$(PYTHON) -m venv build/uv
	@build/uv/bin/python -m pip --disable-pip-version-check install -qq uv
	@build/uv/bin/uv pip compile pyproject.toml --extra nlp --extra nlp-fr --extra nlp-ru --extra web --extra documents --extra tables --extra daft --extra search --group dev --universal --python-version 3.11 --generate-hashes \
		--no-annotate --no-emit-index-url --no-emit-find-links --custom-compile-command "make pins" $(UPGRADE) \
		--quiet --output-file constraints.txt

clean: ## Remove the environment, caches and built files.
	@rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find summarize tests -name __pycache__ -type d -prune -exec rm -rf {} +

# Everything is installed from constraints.txt, pinned and checked against its hashes; then the package itself, in place.
# Two pips at a time, each with every other package, for one keeps one core busy: nothing is looked for besides what is listed, and `pip check`
# says whether that is all. Bytecode is written here, so that the first run is not slower than the next, and on all cores: pip writes it on one.
INSTALL := $(BIN)/python -m pip --disable-pip-version-check install -qq --no-deps
$(READY): constraints.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed: make PYTHON=/path/to/python3" >&2; exit 1; }
	@echo "Setting up .venv from constraints.txt: a minute or two, once." >&2
	@$(PYTHON) -m venv .venv
	@awk '/^[A-Za-z0-9]/ { half = 1 - half } !/^#/ { print > (".venv/half-" half ".txt") }' constraints.txt
	@$(INSTALL) --no-compile --require-hashes --requirement .venv/half-0.txt & other=$$!; \
		$(INSTALL) --no-compile --require-hashes --requirement .venv/half-1.txt; failed=$$?; wait $$other && exit $$failed
	@$(INSTALL) --no-build-isolation --editable .
	@$(BIN)/python -m pip --disable-pip-version-check check > .venv/check.log || { cat .venv/check.log >&2; exit 1; }
	@$(BIN)/python -m compileall -q -j 0 .venv summarize
	@touch $@
