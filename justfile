# The same commands as CONTRIBUTING.md, for people who have `just`.

# List what there is
default:
    @just --list

# The fast suite
test *arguments:
    python -m pytest -n auto {{arguments}}

# Style, types
check:
    ruff check
    ruff format --check
    mypy

# Write the screens and pictures of README.md anew, from the program
readme:
    python tests/test_readme.py --update

# Write share/ anew, from the program: the manual page and what brings TAB to the shells
man *arguments:
    python docs/man.py {{arguments}}

# How long the daily commands take, against the floor; from a wheel, in an environment of its own
bench *arguments:
    python -m pip wheel --quiet --no-deps --wheel-dir dist .
    python -m venv --clear dist/quick
    dist/quick/bin/python -m pip install --quiet dist/pmcareer-*.whl
    dist/quick/bin/python benchmarks/startup.py {{arguments}}

# How many small mistakes in the code the tests notice; some ten minutes
mutants *arguments:
    python benchmarks/mutants.py {{arguments}}

# Lock what people install, with hashes; --upgrade takes the newest of everything
lock *arguments:
    python locks/renew.py {{arguments}}

# Known vulnerabilities of what is locked
audit:
    python locks/audit.py

# Everything, as continuous integration does it
ci:
    bash .ci/run
