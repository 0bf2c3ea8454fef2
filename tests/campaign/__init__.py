"""Tries to make the program lose something, or hang: harnesses with a short run in `make test`.

The long runs are commands (from the top of the checkout, with the set-up of `make test`):

    python tests/campaign/damage.py --mutations 2000 --seed 1    damaged and hostile case files
    python tests/campaign/kills.py --kills 500 --seed 1          SIGKILL while the window works
    python tests/campaign/faults.py [--reads]                    writes that fail below SQLite, or reads
    python tests/campaign/privacy.py                             what is sent, and what is left on the disk
    python tests/campaign/monkey.py --acts 20000 --seed 1      random acts over the action table

Each prints what it did and what it found, and ends with 1 when it found something. A seed that
failed is printed, and fails again.
"""
