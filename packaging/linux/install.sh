#!/bin/sh
# Put Reconciler into your own folders, or take it out again: ./install.sh [remove]
#
# Nothing is written outside ~/.local. Cases and preferences are never touched. The folder that this
# script stands in is linked to, not copied: leave it where it is.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
share=${XDG_DATA_HOME:-$HOME/.local/share}
bin=$HOME/.local/bin

each() { (cd "$here/share" && find applications icons metainfo mime -type f); }
renew() {
    # A system without these tools finds the files all the same, the next time one logs in.
    update-mime-database "$share/mime" 2>/dev/null || :
    update-desktop-database "$share/applications" 2>/dev/null || :
}

case ${1:-install} in
    install)
        each | while IFS= read -r file; do
            mkdir -p "$share/$(dirname "$file")"
            cp "$here/share/$file" "$share/$file"
        done
        sed -i "s#^Exec=reconciler#Exec=\"$here/reconciler\"#" "$share/applications/reconciler.desktop"
        mkdir -p "$bin"
        ln -sfn "$here/reconciler" "$bin/reconciler"
        renew
        echo "Reconciler stands in the menu of applications, and as $bin/reconciler."
        ;;
    remove)
        each | while IFS= read -r file; do rm -f "$share/$file"; done
        [ "$(readlink "$bin/reconciler")" != "$here/reconciler" ] || rm "$bin/reconciler"
        renew
        echo "Removed. Cases and preferences are where they were; this folder can be deleted."
        ;;
    *) echo "install.sh: \"$1\" is neither install nor remove." >&2; exit 2 ;;
esac
