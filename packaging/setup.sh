#!/bin/sh
# Make this checkout ready: packaging/setup.sh run|test
#
# Four steps, each done once and skipped from then on: the system's libraries, .venv, the pinned
# packages, the program itself. PYTHON names the interpreter to build .venv with, VENV its place.
set -eu

profile=${1:?"say what to set up: run or test"}
python=${PYTHON:-python3}
venv=${VENV:-.venv}
cd "$(dirname "$0")/.."

# What Qt loads from the system, and a font so that text shows. An X display needs five more.
qt_packages='libegl1 libgl1 libxkbcommon0 libfontconfig1 libdbus-1-3 libglib2.0-0 fonts-dejavu-core'
x11_packages='libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0'
# Wanted, not needed: synonyms that matching looks words up in. The program does without.
wanted_packages='mythes-fr mythes-en-us mythes-de'

case $profile in
    run)  packages="$qt_packages $x11_packages"; lock=requirements.lock ;;
    test) packages=$qt_packages; lock=requirements-dev.lock ;;
    *)    echo "packaging/setup.sh: \"$profile\" is neither run nor test." >&2; exit 2 ;;
esac

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# --- Python -----------------------------------------------------------------------------------

version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) ||
    fail "Reconciler needs Python 3.11, 3.12 or 3.13, and \"$python\" does not run. Install it, or name another: make PYTHON=python3.12 $profile"
case $version in
    3.11|3.12|3.13) ;;
    *) fail "Reconciler needs Python 3.11, 3.12 or 3.13; \"$python\" is $version. Name another: make PYTHON=python3.12 $profile" ;;
esac

# Stamps in .venv hold what was made from what: after a change it is made anew.
digest() { cksum < "$1"; }
stamped() { [ -f "$venv/stamp-$1" ] && [ "$(cat "$venv/stamp-$1")" = "$2" ]; }
stamp() { printf '%s\n' "$2" > "$venv/stamp-$1"; }

place="$version $(pwd -P)"
make_venv=
stamped place "$place" && "$venv/bin/python" -c '' 2>/dev/null || make_venv=yes
# Debian keeps what makes a .venv in a package of its own.
[ -z "$make_venv" ] || "$python" -c 'import ensurepip, venv' 2>/dev/null || packages="$packages python$version-venv"

# --- The system's libraries -------------------------------------------------------------------

# Prints those of the packages named that are not installed. A package may stand in for another of an
# older name (libglib2.0-0t64 provides libglib2.0-0), so that what is provided counts too.
missing_packages() {
    dpkg-query -W -f '${db:Status-Status} ${Package} ${Provides}\n' 2>/dev/null |
        awk -v wanted="$*" '
            $1 == "installed" { gsub(/\([^)]*\)/, ""); gsub(/,/, " "); for (i = 2; i <= NF; i++) have[$i] = 1 }
            END { n = split(wanted, name, " "); for (i = 1; i <= n; i++) if (!(name[i] in have)) printf "%s ", name[i] }'
}

install_packages() {
    # shellcheck disable=SC2086  # one word a package, here and below
    missing=$(missing_packages $packages)
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" -eq 0 ]; then
        as_root=
    elif command -v sudo >/dev/null 2>&1; then
        as_root=sudo
    else
        say "These packages are missing, and installing them needs root or sudo: $missing"
        say "Going on without; if something does not start: apt-get install $missing"
        return 0
    fi
    say "Installing system packages${as_root:+ with sudo}: $missing"
    # shellcheck disable=SC2086  # no word when already root
    $as_root apt-get update -q &&
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing ||
        say "apt could not install them all. Going on; if something does not start: apt-get install $missing"
}

# Tries each once in the life of .venv, without asking for a password; nothing depends on it.
install_wanted_packages() {
    # shellcheck disable=SC2086
    missing=$(missing_packages $wanted_packages)
    [ -n "$missing" ] && [ ! -e "$venv/wanted-packages-tried" ] || return 0
    tried=yes
    if [ "$(id -u)" -eq 0 ]; then as_root=; else as_root='sudo -n'; fi
    # shellcheck disable=SC2086
    apt-cache show $missing >/dev/null 2>&1 || $as_root apt-get update -q || :
    for package in $missing; do
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$package" ||
            say "Going on without $package: matching will know fewer words of the same meaning."
    done
}

if command -v apt-get >/dev/null 2>&1 && command -v dpkg-query >/dev/null 2>&1; then
    install_packages >&2
    install_wanted_packages >&2
elif [ "$(uname -s)" = Linux ] && [ ! -e "$venv/libraries-named" ]; then
    say "No apt on this system. Qt needs these libraries (by their Debian names): $packages"
    say "Going on; install their like here if the window does not open."
    named=yes
fi

# --- .venv, the pinned packages, the program ------------------------------------------------

if [ -n "$make_venv" ]; then
    say "Making $venv with Python $version"
    "$python" -m venv --clear "$venv" ||
        fail "\"$python -m venv\" failed. On Debian and Ubuntu: apt-get install python$version-venv"
    stamp place "$place"
fi
[ -z "${named:-}" ] || : > "$venv/libraries-named"
[ -z "${tried:-}" ] || : > "$venv/wanted-packages-tried"

pip() { "$venv/bin/python" -m pip --disable-pip-version-check --no-input "$@" >&2; }

# The development packages hold all of the others, so that `run` after `test` has nothing to do.
wanted=$(digest "$lock")
if ! stamped requirements-dev.lock "$(digest requirements-dev.lock)" && ! stamped "$lock" "$wanted"; then
    say "Installing the packages of $lock; the first time this fetches some 400 MB"
    pip install --require-hashes --no-deps -r "$lock" ||
        fail "The packages could not be installed; pip says why above. Run the command again to go on."
    stamp "$lock" "$wanted"
fi

program=$(digest pyproject.toml)
if ! stamped program "$program"; then
    say "Installing Reconciler itself, from this folder"
    pip install --quiet --no-deps --no-build-isolation -e . || fail "Reconciler could not be installed; pip says why above."
    stamp program "$program"
fi
