# casedesk: `make demo` shows the desk with fictional cases, `make test` runs the tests, `make check` reads everything else.
python := .venv/bin/python
export PYTHONPATH :=

.PHONY: setup demo test check lint types packs catalogues extract bench lock clean

setup:
	@packaging/setup.sh

demo: setup
	@$(python) -m casedesk demo

test: setup
	@$(python) -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile

check: lint types packs catalogues

lint: setup
	@$(python) -m ruff format --check .
	@$(python) -m ruff check .

types: setup
	@$(python) -m mypy

packs: setup
	@$(python) -m casedesk law check
	@$(python) -m casedesk letter check --all

catalogues: setup
	@$(python) i18n/catalogues.py check

extract: setup
	@$(python) i18n/catalogues.py extract

bench: setup
	@$(python) benchmarks/run.py

lock:
	uv pip compile --universal --generate-hashes --group dev pyproject.toml --no-header --no-emit-index-url -q -o requirements.lock

clean:
	rm -rf .venv .tools dist build-demo .mypy_cache .ruff_cache .pytest_cache .hypothesis
