# The README gives the same as plain commands, for a machine without make.
PYTHON ?= python3
BIN = .venv/bin

.PHONY: book test lab record data matrix clean

# What an interrupted or failed build left behind may be half a page.
book: .venv/installed
	@[ ! -e _build/unfinished ] || rm -rf _build/html _build/.doctrees
	@mkdir -p _build && touch _build/unfinished
	@$(BIN)/jupyter-book build . -W -n --keep-going --quiet && rm _build/unfinished

test: book
	$(BIN)/python -m pytest

lab: .venv/installed
	@$(BIN)/python tools/check_data.py || true
	$(BIN)/jupyter lab --LabApp.default_url=/lab/tree/book/index.md

record: .venv/installed
	@$(BIN)/python tools/check_data.py
	$(BIN)/python tools/record.py $(CHAPTER)

data: .venv/installed
	$(BIN)/python data/simulate.py && $(BIN)/python data/limits.py

matrix: .venv/installed
	$(BIN)/python tools/status.py $(CONFIG)

clean:
	rm -rf _build .pytest_cache .hypothesis

# Made anew whenever the lock changes, so that no old package stays behind.
.venv/installed: requirements.lock
	@$(PYTHON) -c "import sys; v = sys.version_info[:2]; (3, 11) <= v <= (3, 14) or sys.exit('This course needs Python 3.11 to 3.14, and $(PYTHON) is %d.%d. Name another one: make $(MAKECMDGOALS) PYTHON=python3.12' % v)"
	$(PYTHON) -m venv --clear .venv && $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock && touch $@
