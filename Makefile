# Needs make and Python 3.11 or newer; everything else goes into .venv (and .venv-bench for the benchmark).

PYTHON ?= $(shell for p in python3 python3.11 python3.12 python3.13 python3.14 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$p; break; }; done)

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
BENCH_VENV := .venv-bench
BENCH_READY := $(BENCH_VENV)/ready
PIP := -m pip --disable-pip-version-check

ROWS ?= 1000000
XLSX_ROWS ?= 100000
REPEAT ?= 5
SIZES ?= 1000000,10000000
LINK_ROWS ?= 200000,1000000
LINK_REPEAT ?= 3
PERSONS ?= 300000
SECONDS ?= 120

.PHONY: help install demo desk pictures rules-report test lint test-deep bench bench-link bench-load refdata lock clean

help:
	@echo "make demo          a made-up commune goes through the whole campaign; results in ./demo"
	@echo "make desk          the pages of that commune in the browser, on the day on which its story ends"
	@echo "make rules-report  how often every rule speaks on the made-up commune's registers"
	@echo "make test          lint and the quick tests (minutes)"
	@echo "make test-deep     the tests that take long"
	@echo "make bench         speed beside the yardsticks (about an hour; ROWS, XLSX_ROWS, REPEAT, SIZES make it shorter)"
	@echo "make bench-link    who is who: the linker beside Splink (half an hour; LINK_ROWS, LINK_REPEAT make it shorter)"
	@echo "make bench-load    twenty people at the pages of a commune of PERSONS (ten minutes, the home is kept; SECONDS of load)"
	@echo "make refdata       make the tables of the State again and compare"
	@echo "make pictures      pictures of the guide and the table of what tasks cost, from the browser tests"
	@echo "make lock          write requirements.lock anew"

install: $(READY)

$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed (or: make PYTHON=/path/to/python)"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python $(PIP) install --quiet -r requirements.lock
	$(BIN)/python $(PIP) install --quiet --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q src
	@touch $@

demo: $(READY)
	rm -rf demo
	$(BIN)/sosach demo demo --no-serve
	@echo "  (make desk)"

desk: $(READY)
	@test -d demo/so-sach || $(MAKE) demo
	$(BIN)/sosach serve --home demo/so-sach --on 2026-07-07

rules-report: $(READY)
	$(BIN)/python tools/check_registers.py demo-registers
	$(BIN)/python tools/rules_report.py demo-registers

test: lint
	$(BIN)/python -m pytest -n 2 -m "not deep"

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Exit code 5 says that no test is marked as deep.
test-deep: $(READY)
	$(BIN)/python -m pytest -n 2 -m deep || test $$? -eq 5

$(BENCH_READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed (or: make PYTHON=/path/to/python)"; exit 1; }
	$(PYTHON) -m venv $(BENCH_VENV)
	$(BENCH_VENV)/bin/python $(PIP) install --quiet --upgrade pip
	$(BENCH_VENV)/bin/python $(PIP) install --quiet -r requirements.lock --group bench
	$(BENCH_VENV)/bin/python $(PIP) install --quiet --no-deps --no-build-isolation --editable .
	$(BENCH_VENV)/bin/python -m compileall -q src
	@touch $@

bench: $(BENCH_READY)
	$(BENCH_VENV)/bin/python bench/run.py --cmd $(BENCH_VENV)/bin/sosach --only startup,parquet,xlsx \
		--rows $(ROWS) --xlsx-rows $(XLSX_ROWS) --repeat $(REPEAT)
	$(BENCH_VENV)/bin/python bench/stages.py --cmd $(BENCH_VENV)/bin/sosach --rows $(XLSX_ROWS) --repeat $(REPEAT) --sizes $(SIZES)

bench-link: $(BENCH_READY)
	$(BENCH_VENV)/bin/python bench/link.py --cmd $(BENCH_VENV)/bin/sosach --rows $(LINK_ROWS) --repeat $(LINK_REPEAT) --work bench-link

bench-load: $(BENCH_READY)
	$(BENCH_VENV)/bin/python bench/load.py --persons $(PERSONS) --seconds $(SECONDS) --work bench-load

refdata: $(READY)
	$(BIN)/python tools/refdata/make_all.py --check

pictures: $(READY)
	rm -rf pictures
	SOSACH_PICTURES=pictures $(BIN)/python -m pytest tests/web/browser
	$(BIN)/python tools/keep_pictures.py pictures

# Exact versions of what runs and of what tests it; no hashes, no index, no paths (tests/test_lock.py looks).
lock:
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/python $(PIP) install --quiet --upgrade pip
	.venv-lock/bin/python $(PIP) install --quiet "setuptools>=77" --group dev --editable .
	.venv-lock/bin/python $(PIP) freeze --all --exclude-editable --exclude pip | LC_ALL=C sort -f > requirements.lock
	rm -rf .venv-lock

clean:
	rm -rf $(VENV) $(BENCH_VENV) .venv-lock demo demo-registers bench-link bench-load pictures
