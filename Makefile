# The README gives the same as plain commands, for a machine without make.
PYTHON ?= python3
BIN = .venv/bin

.PHONY: help book test test-all lab record data matrix clean

help:  ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## /make \1	/p' Makefile | expand -t 20
	@echo "PYTHON=python3.12 after any of them chooses the Python"

# What an interrupted or failed build left behind may be half a page.
# Every page is written again, because the site map lists only those that are; for
# one lesson its page will do.
book: .venv/installed  ## build the site from the recorded outputs
	@[ ! -e _build/unfinished ] || rm -rf _build/html _build/.doctrees
	@mkdir -p _build && touch _build/unfinished
	@$(BIN)/jupyter-book build . $(if $(LESSON),,--all) -W -n --keep-going --quiet && rm _build/unfinished

test: book  ## build, run every lesson, compare; LESSON=07 for one chapter or lesson
	$(BIN)/python -m pytest $(if $(LESSON),--lesson=$(LESSON))

test-all: book  ## the same and all slow tests: JupyterLab, grading, other screens
	$(BIN)/python -m pytest -m "" $(if $(LESSON),--lesson=$(LESSON))

lab: .venv/installed  ## open the course in JupyterLab
	@$(BIN)/python tools/check_data.py || true
	$(BIN)/jupyter lab --LabApp.default_url=/lab/tree/book/index.md

record: .venv/installed  ## run the lessons and store their outputs; LESSON=07 for one
	@$(BIN)/python tools/check_data.py
	$(BIN)/python tools/record.py $(LESSON)

data: .venv/installed  ## simulate the data and compute their limits again
	$(BIN)/python data/simulate.py && $(BIN)/python data/limits.py
	$(BIN)/python tools/check_data.py --write

matrix: .venv/installed  ## run the lessons in other environments; CONFIG=newest for one
	$(BIN)/python tools/status.py $(CONFIG)

clean:  ## delete what was built
	rm -rf _build .pytest_cache .hypothesis

# Made anew whenever the lock changes, so that no old package stays behind.
.venv/installed: requirements.lock
	@$(PYTHON) -c "import sys; v = sys.version_info[:2]; (3, 11) <= v <= (3, 14) or sys.exit('This course needs Python 3.11 to 3.14, and $(PYTHON) is %d.%d. Name another one: make $(MAKECMDGOALS) PYTHON=python3.12' % v)"
	$(PYTHON) -m venv --clear .venv && $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock && touch $@
