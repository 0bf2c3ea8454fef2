# Two commands do everything: `make run` and `make test`. `make help` lists the others.

PYTHON ?= python3
VENV ?= .venv
# What `make run` opens: articles, or one case file.
FILES ?= seeds/*.txt

export PYTHON VENV
bin := $(VENV)/bin/python

.PHONY: help run test bench pictures screenshot package lock clean

help:
	@echo 'make run         set up what is missing and open the window on the two articles of seeds/'
	@echo '                 (make run FILES="a.txt b.txt" for others)'
	@echo 'make test        set up what is missing and run every check and test, without a display'
	@echo 'make bench       measure speed, and what a large case takes against its floors'
	@echo 'make pictures    draw the window in some thirty states, into build/pictures, to be looked at'
	@echo 'make screenshot  draw the pictures of the README again'
	@echo 'make package     make what is installed where there is no Python, into dist: a folder and, on Debian,'
	@echo '                 a .deb and a .tar.xz (PYTHON=/usr/bin/python3 for a release)'
	@echo 'make lock        pin the packages of pyproject.toml anew (needs uv; UPGRADE=1 for the newest)'
	@echo 'make clean       remove everything that was made here, .venv included'

run:
	@packaging/setup.sh run
	@$(bin) -m reconciler $(FILES)

test: export QT_QPA_PLATFORM = offscreen
test:
	@packaging/setup.sh test
	$(bin) -m ruff format --check .
	$(bin) -m ruff check .
	$(bin) -m mypy
	$(bin) -c 'from importlinter.cli import lint_imports_command; lint_imports_command()'
	$(bin) -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile

bench: export QT_QPA_PLATFORM = offscreen
bench:
	@packaging/setup.sh test
	$(bin) tests/benchmarks/speed.py
	$(bin) tests/benchmarks/floors.py

pictures:
	@packaging/setup.sh test
	$(bin) packaging/pictures.py build/pictures

screenshot:
	@packaging/setup.sh test
	$(bin) packaging/screenshot.py

package:
	@packaging/package.sh

lock:
	@packaging/lock.sh

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +
