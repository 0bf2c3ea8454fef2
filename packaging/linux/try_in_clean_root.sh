#!/bin/sh
# Install, try, upgrade, remove and purge the package in a Debian that has nothing but its base.
#
#     packaging/linux/try_in_clean_root.sh SUITE PACKAGE.deb [FOLDER]     # as root
#
# SUITE is one that debootstrap knows: bookworm, trixie. The root is made in FOLDER (by default a new
# one in /tmp) unless it is there; what the program leaves in it is looked at. The packages' own
# dependencies come from the mirror that debootstrap uses; the program itself runs without a network.
# What is upgraded from is the same package under a lower version and with a file more. DISPLAYED names
# a picture to make of the window that a double-click opens.
# shellcheck disable=SC2016  # dpkg-query fills in its own variables
set -eu
suite=$1 package=$2
root=${3:-$(mktemp -d)/$suite}
step() { printf '\n== %s: %s\n' "$suite" "$*"; }
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/home/analyst LANG=C.UTF-8 \
    DEBIAN_FRONTEND=noninteractive "$@"; }
alone() { unshare -n chroot "$root" env -i PATH=/usr/bin:/bin HOME=/home/analyst USER=analyst LANG=C.UTF-8 "$@"; }
fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }

[ -x "$root/usr/bin/apt-get" ] || debootstrap --variant=minbase "$suite" "$root" > /dev/null
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
trap 'umount "$root/proc"' EXIT
cp "$package" "$root/newer.deb"
if [ ! -e "$root/older.deb" ]; then
    dpkg-deb -R "$package" "$root/older"
    sed -i 's/^Version: .*/Version: 0.0.1/' "$root/older/DEBIAN/control"
    echo 'the older version had this' > "$root/older/usr/lib/reconciler/lib/of-the-older-version"
    dpkg-deb --root-owner-group -Zgzip -z1 -b "$root/older" "$root/older.deb" > /dev/null
    rm -rf "$root/older"
fi
mkdir -p "$root/home/analyst"

step 'no Python, no Qt'
inside sh -c 'command -v python3' && fail 'there is a Python'
inside apt-get update -q > /dev/null

step 'install the older version'
inside apt-get install -q -y --no-install-recommends /older.deb > "$root/apt.log" 2>&1 || { cat "$root/apt.log"; exit 1; }
inside dpkg-query -W -f '${Package} ${Version} ${Status}\n' reconciler
grep -E 'newly installed|Need to get|disk space' "$root/apt.log"
inside sh -c 'command -v python3' && fail 'it brought a Python'

step 'self-check, offscreen, without a network'
alone reconciler --self-check

step 'work: compare, keep a case, check it'
cp -r "$root/usr/lib/reconciler/lib/reconciler/resources/sample/en" "$root/home/analyst/articles"
alone sh -c 'cd && reconciler compare articles/*.txt --case harbour.reconciler | head -n 12 && reconciler check harbour.reconciler'

step 'the desktop knows the program and its files'
inside apt-get install -q -y --no-install-recommends xdg-utils desktop-file-utils libfile-mimeinfo-perl > /dev/null 2>&1
alone sh -c 'cd && xdg-mime query filetype harbour.reconciler; xdg-mime query default application/x-reconciler'
alone sh -c 'cp ~/harbour.reconciler /tmp/nameless && xdg-mime query filetype /tmp/nameless; rm /tmp/nameless'

if [ -n "${DISPLAYED:-}" ]; then
    step 'a double-click, under a display of its own'
    inside apt-get install -q -y --no-install-recommends xvfb imagemagick x11-utils openbox > /dev/null 2>&1
    alone sh -c 'cd
        Xvfb :7 -screen 0 1440x900x24 > /tmp/display.log 2>&1 &
        display=$!
        sleep 3
        export DISPLAY=:7
        openbox > /dev/null 2>&1 &
        xdg-open harbour.reconciler > /tmp/opened.log 2>&1 &
        sleep "${PATIENCE:-25}"
        xwininfo -root -tree | grep -i "harbour.*reconciler" | head -n 1
        import -window root /tmp/window.png
        kill "$display"' || fail 'no window'
    grep -q . "$root/tmp/opened.log" && cat "$root/tmp/opened.log"
    cp "$root/tmp/window.png" "${DISPLAYED}"
fi

step "upgrade to $(basename "$package")"
before=$(sha256sum < "$root/home/analyst/harbour.reconciler")
inside apt-get install -q -y --no-install-recommends /newer.deb > "$root/apt.log" 2>&1 || { cat "$root/apt.log"; exit 1; }
inside dpkg-query -W -f '${Package} ${Version} ${Status}\n' reconciler
[ ! -e "$root/usr/lib/reconciler/lib/of-the-older-version" ] || fail 'a file of the older version is left'
alone reconciler --self-check | cut -c 1-80
alone sh -c 'cd && reconciler check harbour.reconciler'

step 'remove, purge'
inside apt-get remove -q -y reconciler > /dev/null 2>&1
inside sh -c 'command -v reconciler' && fail 'it is still there'
inside dpkg --purge reconciler > /dev/null 2>&1
inside sh -c 'dpkg-query -W reconciler 2>/dev/null' && fail 'it is still there'
left=$(find "$root/usr" "$root/etc" "$root/var/lib" -iname '*reconciler*' | sed "s#^$root##")
[ -z "$left" ] || fail "left behind: $left"
[ "$before" = "$(sha256sum < "$root/home/analyst/harbour.reconciler")" ] || fail 'the case was touched'
echo 'nothing is left in /usr, /etc and /var/lib; the case is untouched'
