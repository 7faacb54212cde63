# The README gives the same as plain commands, for a machine without make.
PYTHON ?= python3
BIN = .venv/bin
# JupyterLab refuses to run as root, as in a container, unless it is told to.
AS_ROOT = $(if $(filter 0,$(shell id -u)),--allow-root)

.PHONY: help book downloads test test-all lab record data matrix clean

help:  ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## /make \1	/p' Makefile | expand -t 20
	@echo "PYTHON=python3.12 after any of them chooses the Python"

# The site is built from nothing each time: what an earlier build read or left behind,
# finished or not, could be in it, and the site map lists only pages that were written.
# For one lesson its page will do.
book: environment  ## build the site from the recorded outputs
	@[ -n "$(LESSON)" ] && [ ! -e _build/unfinished ] || rm -rf _build/html _build/.doctrees
	@mkdir -p _build && touch _build/unfinished
	@$(BIN)/jupyter-book build . -W -n --keep-going --quiet && rm _build/unfinished

downloads: export WITH_DOWNLOADS = 1
downloads: book  ## build the site with the course as PDF and EPUB; needs Chromium
	$(BIN)/python tools/offline.py

test: book  ## build, run every lesson, compare; LESSON=07 for one chapter or lesson
	$(BIN)/python -m pytest $(if $(LESSON),--lesson=$(LESSON))

test-all: book  ## the same and all slow tests: JupyterLab, grading, other screens
	$(BIN)/python -m pytest -m "" $(if $(LESSON),--lesson=$(LESSON))

lab: environment  ## open the course in JupyterLab
	@$(BIN)/python tools/check_data.py || true
	$(BIN)/jupyter lab $(AS_ROOT) --LabApp.default_url=/lab/tree/book/01-table.ipynb

record: environment  ## run the lessons and store their outputs; LESSON=07 for one
	@$(BIN)/python tools/check_data.py
	$(BIN)/python tools/record.py $(LESSON)

data: environment  ## simulate the data, their limits, and other kinds of noise again
	$(BIN)/python data/simulate.py && $(BIN)/python data/limits.py
	$(BIN)/python data/other_noise.py
	$(BIN)/python tools/check_data.py --write

matrix: environment  ## run the lessons in other environments; CONFIG=newest for one
	$(BIN)/python tools/status.py $(CONFIG)

clean:  ## delete what was built
	rm -rf _build .pytest_cache .hypothesis

# With BIN, an environment of one's own is used, and none is made.
.PHONY: environment
environment:
ifneq ($(origin BIN),command line)
	@$(PYTHON) tools/environment.py
endif
