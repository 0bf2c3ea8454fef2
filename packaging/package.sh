#!/bin/sh
# Make the program as a folder that needs no Python, try it, and on Linux pack it: `make package`.
#
# Everything comes from requirements-package.lock, with its hashes. Two builds of one commit by one
# Python on one system hold the same bytes: the time is that of the commit.
# PYTHON names the interpreter to freeze; a release on Linux takes the oldest Debian's own, so that
# the program runs there and on everything newer. ONLY=folder packs nothing, ONLY=deb no tarball.
set -eu
cd "$(dirname "$0")/.."

python=${PYTHON:-python3}
build=${BUILD:-build/package}
dist=${DIST:-dist}
say() { printf '%s\n' "$*" >&2; }

SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
PYTHONHASHSEED=0
export SOURCE_DATE_EPOCH PYTHONHASHSEED
unset PYTHONPATH

mkdir -p "$build" "$dist"
build=$(cd "$build" && pwd) dist=$(cd "$dist" && pwd)
case $(uname -s) in
    MINGW* | MSYS* | CYGWIN*) system=windows; bin=$build/venv/Scripts/python.exe ;;
    Darwin) system=macos; bin=$build/venv/bin/python ;;
    *) system=linux; bin=$build/venv/bin/python ;;
esac

# --- The pinned packages, and the program as its wheel ----------------------------------------

wanted="$("$python" -VV) $(cksum < requirements-package.lock)"
if [ "$(cat "$build/venv/stamp" 2>/dev/null)" != "$wanted" ]; then
    say "Installing the packages of requirements-package.lock"
    "$python" -m venv --clear "$build/venv"
    "$bin" -m pip --disable-pip-version-check --no-input install --quiet \
        --require-hashes --no-deps --no-compile -r requirements-package.lock
    printf '%s\n' "$wanted" > "$build/venv/stamp"
fi

rm -rf "$build/wheel" "$build/program" "$build/frozen" "$build/notices" "$build/icons" "$build/thesaurus" \
    "$dist/reconciler"
"$bin" -m hatchling build -t wheel -d "$build/wheel" >&2
"$bin" -m zipfile -e "$build"/wheel/*.whl "$build/program"
PYTHONPATH=$build/program
export PYTHONPATH
"$bin" packaging/frozen/icons.py "$build/icons"
PROGRAM=$build/program NOTICES=$build/notices ICONS=$build/icons
export PROGRAM NOTICES ICONS
"$bin" packaging/frozen/notices.py "$build/notices"
"$bin" packaging/frozen/thesauri.py "$build/thesaurus" "$build/notices"
THESAURUS=$build/thesaurus
export THESAURUS
"$bin" packaging/frozen/windows_version.py "$build/version.txt"
VERSION_FILE=$build/version.txt
export VERSION_FILE
"$bin" packaging/frozen/sbom.py "$dist/reconciler.cdx.json"

# --- The folder --------------------------------------------------------------------------------

"$bin" -m PyInstaller --noconfirm --log-level ERROR --workpath "$build/frozen" --distpath "$dist" \
    packaging/frozen/reconciler.spec
unset PYTHONPATH
# Symbols for debuggers go, but only from extension modules: libraries that a wheel repaired
# (*.libs, Qt's) would be broken by it, and those of Qt are handed on as they came.
[ "$system" != linux ] ||
    find "$dist/reconciler/lib" \( -name '*.cpython-*.so' -o -name '*.abi3.so' \) \
        ! -path '*/PySide6/*' ! -path '*/shiboken6/*' -exec strip --strip-unneeded {} +
# Two packages bring the very same libraries: one of each is enough.
[ "$system" != linux ] || (
    cd "$dist/reconciler/lib"
    for file in scipy.libs/*.so*; do
        twin=numpy.libs/${file#*/}
        if [ -f "$twin" ] && cmp -s "$file" "$twin"; then ln -sf "../$twin" "$file"; fi
    done
)
[ "$system" != linux ] || "$bin" packaging/frozen/system_notices.py "$dist/reconciler"

# --- Try it, without a network where the system can take it away -----------------------------

case $system in
    linux) program=$dist/reconciler/reconciler ;;
    macos) program=$dist/Reconciler.app/Contents/MacOS/reconciler ;;
    windows) program=$dist/reconciler/reconciler.exe ;;
esac
alone=
if [ "$system" = linux ] && unshare -n -r true 2>/dev/null; then alone='unshare -n -r'; fi
say "Self-check${alone:+ without a network}:"
$alone "$program" --self-check

say "$(du -sm "$dist/reconciler" | cut -f1) MB in $dist/reconciler"
[ "$system" != linux ] || [ "${ONLY:-}" = folder ] || packaging/linux/pack.sh "$dist"
cd "$dist"
files=$(find . -maxdepth 1 -type f ! -name SHA256SUMS | sed 's#^\./##' | LC_ALL=C sort)
if command -v sha256sum > /dev/null; then sum=sha256sum; else sum='shasum -a 256'; fi
# shellcheck disable=SC2086  # one word a file
$sum $files > SHA256SUMS
