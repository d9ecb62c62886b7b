# The only toolbox. `make` alone lists what there is.
PYTHON ?= python3
VENV   ?= .venv
MODEL  ?= emoji-vector
ARGS   ?=
RUN    := $(VENV)/bin
# uv does not read pip's settings: hand over the folder of local wheels where one is set.
export UV_FIND_LINKS ?= $(PIP_FIND_LINKS)
INSTALL = $(RUN)/uv pip install --quiet --compile-bytecode --python $(RUN)/python -c constraints.txt
# With local wheels take those; else let uv choose the torch build that fits this machine; else plain.
ifeq ($(strip $(UV_FIND_LINKS)),)
install = $(INSTALL) --torch-backend=auto -e '.[$(1)]' || $(INSTALL) -e '.[$(1)]'
else
install = $(INSTALL) -e '.[$(1)]'
endif
HAS_NODE := $(shell command -v npm 2>/dev/null)

.DEFAULT_GOAL := help
.PHONY: help setup run test check fmt dev build e2e bench dataset train map

help: ## list the targets
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-9s %s\n", $$1, $$2}'

$(VENV)/.python:
	$(PYTHON) -c 'import sys; sys.exit("Rashin needs Python 3.11 or newer: make run PYTHON=python3.12") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(RUN)/python -m pip install --quiet --disable-pip-version-check uv
	@touch $@

$(VENV)/.ready: $(VENV)/.python pyproject.toml constraints.txt inference/packs.py inference/fetch.py
	$(call install,inference)
	$(RUN)/python -m compileall -q app inference
	$(RUN)/python -m inference.fetch
	@touch $@

$(VENV)/.dev: $(VENV)/.ready
	$(call install,dev)
	@touch $@

frontend/node_modules/.ready: frontend/package.json frontend/package-lock.json
	cd frontend && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

setup: $(VENV)/.ready ## prepare .venv and the model packs

run: setup ## start Rashin on http://127.0.0.1:8000 and open the browser
	$(RUN)/rashin serve $(ARGS)

test: $(VENV)/.dev ## run the tests (no browser, no Node needed)
	OMP_NUM_THREADS=1 $(RUN)/python -m pytest -n 2 --dist loadfile $(ARGS)

check: $(VENV)/.dev ## lint, types and import rules, Python and browser side
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .
	$(RUN)/lint-imports
	$(RUN)/mypy
ifneq ($(HAS_NODE),)
	$(MAKE) frontend/node_modules/.ready
	cd frontend && npm run --silent check && npm run --silent test
else
	@echo "check: no Node here, so the browser side was not checked"
endif

fmt: $(VENV)/.dev ## format everything
	$(RUN)/ruff check --fix --quiet . ; $(RUN)/ruff format .
	cd frontend && npm run --silent fmt

dev: $(VENV)/.dev frontend/node_modules/.ready ## serve, and rebuild the page whenever it changes
	(cd frontend && npm run dev) & $(RUN)/rashin serve --no-open; kill %1

build: frontend/node_modules/.ready ## build the page into static/build; fails in CI when the committed one is stale
	cd frontend && npm run --silent build
	@if [ -n "$$CI" ]; then git diff --exit-code --stat -- static/build && test -z "$$(git status --porcelain -- static/build)"; fi

e2e: $(VENV)/.dev ## drive the real page in a real browser
	$(RUN)/python -m pytest -m e2e tests/e2e $(ARGS)

bench: $(VENV)/.dev ## print the figures of the goals, beside the libraries' own; RASHIN_OUTAGES=0.1 is a tenth of the outages
	$(RUN)/python -m pytest -m bench -s -q tests/bench $(ARGS)

dataset: $(VENV)/.dev ## build the emoji data set from npm packages into data/
	$(RUN)/python -m inference.training.dataset $(ARGS)

train: $(VENV)/.dev ## train an embedded model: make train MODEL=emoji-vector
	$(RUN)/python -m inference.training.train --model $(MODEL) $(ARGS)

map: $(VENV)/.dev ## build the prepared map of the embedded model into static/maps
	$(RUN)/python -m inference.maps.build --job inference/maps/$(MODEL).json --out static/maps/$(MODEL) $(ARGS)
