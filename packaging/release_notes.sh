#!/bin/sh
# Print what CHANGELOG.md says of one version, or of what is not released yet: release_notes.sh VERSION
set -eu
cd "$(dirname "$0")/.."
notes=$(awk -v wanted="## [$1]" '
    index($0, wanted) == 1 { found = 1; next }
    found && /^## \[/ { exit }
    found { print }' CHANGELOG.md)
[ -n "$notes" ] || { echo "CHANGELOG.md says nothing of $1" >&2; exit 1; }
printf '%s\n' "$notes"
