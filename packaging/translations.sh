#!/bin/sh
# Gather the window's texts into resources/translations/*.ts and compile what is translated.
# English has a file of its own for its plurals only ("1 source", "2 sources").
# Another folder to gather into can be given as an absolute path.
set -eu
cd "$(dirname "$0")/.."
tools=${VENV:-.venv}/bin
folder=${1:-resources/translations}
mkdir -p "$folder"
sources=$(find src/reconciler/gui -name '*.py' | LC_ALL=C sort)
# shellcheck disable=SC2086  # one argument a file
"$tools/pyside6-lupdate" -silent -locations none -no-obsolete -source-language en -target-language fr \
    $sources -ts "$folder/reconciler_fr.ts"
# shellcheck disable=SC2086
"$tools/pyside6-lupdate" -silent -locations none -no-obsolete -source-language en -target-language en \
    -pluralonly $sources -ts "$folder/reconciler_en.ts"
for file in "$folder"/*.ts; do
    "$tools/pyside6-lrelease" -silent "$file" -qm "${file%.ts}.qm"
done
