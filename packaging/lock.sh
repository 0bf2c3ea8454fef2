#!/bin/sh
# Pin every package with its hashes, and without any registry's address.
#
# Versions pinned already stay if pyproject.toml still allows them; UPGRADE=1 takes the newest.
# The development lock is made first and bounds the others, so that all hold the same versions.
set -eu
cd "$(dirname "$0")/.."

command -v uv >/dev/null 2>&1 || {
    echo 'make lock needs uv, which is not installed here (pip install uv, or your package manager).' >&2
    exit 1
}

compile() {
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-header --no-annotate --no-emit-index-url --no-emit-find-links "$@"
}

compile --extra setup --extra dev pyproject.toml -o requirements-dev.lock ${UPGRADE:+--upgrade}
compile --extra setup --constraint requirements-dev.lock pyproject.toml -o requirements.lock ${UPGRADE:+--upgrade}
compile --extra setup --extra package --constraint requirements-dev.lock pyproject.toml \
    -o requirements-package.lock ${UPGRADE:+--upgrade}
