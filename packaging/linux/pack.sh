#!/bin/sh
# Pack the frozen folder for Linux: a .tar.xz and, where dpkg's tools are, a .deb.
#
#     ICONS=FOLDER packaging/linux/pack.sh DIST        # DIST/reconciler is what PyInstaller made
#
# VERSION gives the package another version, to try an upgrade with; XZ_LEVEL (6) how hard to press;
# ONLY=deb makes no tarball.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
dist=$(cd "$1" && pwd)
top=$here/../..
folder=$dist/reconciler
ICONS=${ICONS:?"where frozen/icons.py drew them"}
: "${SOURCE_DATE_EPOCH:=$(git -C "$top" log -1 --format=%ct)}"
export SOURCE_DATE_EPOCH
version=${VERSION:-$("$here/../version.sh")}
arch=$(dpkg --print-architecture 2>/dev/null || uname -m)
date=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%d)
maintainer='The Reconciler authors <reconciler@example.org>'
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
level=${XZ_LEVEL:-6}
umask 022

filled() { sed "s/@VERSION@/$version/; s/@DATE@/$date/" "$here/$1"; }

# What the desktop is told, the same in both: share/applications, share/icons, …
lay_out_share() {
    share=$1
    install -Dm644 "$here/reconciler.desktop" "$share/applications/reconciler.desktop"
    install -Dm644 "$here/reconciler.xml" "$share/mime/packages/reconciler.xml"
    mkdir -p "$share/metainfo" "$share/man/man1"
    filled reconciler.metainfo.xml > "$share/metainfo/org.reconciler.Reconciler.metainfo.xml"
    filled reconciler.1 | gzip -9n > "$share/man/man1/reconciler.1.gz"
    for size in 16 22 24 32 48 64 96 128 256 512; do
        icons=$share/icons/hicolor/${size}x${size}
        install -Dm644 "$ICONS/$size.png" "$icons/apps/reconciler.png"
        install -Dm644 "$ICONS/$size.png" "$icons/mimetypes/application-x-reconciler.png"
    done
    install -Dm644 "$top/resources/icons/reconciler.svg" "$share/icons/hicolor/scalable/apps/reconciler.svg"
}

# --- The tarball ---------------------------------------------------------------------------------

pack_tarball() {
    name=reconciler-$version-linux-$(uname -m)
    mkdir "$work/$name"
    cp -a "$folder/." "$work/$name/"
    lay_out_share "$work/$name/share"
    install -m755 "$here/install.sh" "$work/$name/install.sh"
    install -m644 "$here/tarball.txt" "$work/$name/README.txt"
    tar -C "$work" --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner -cf - "$name" |
        xz -T2 "-$level" > "$dist/$name.tar.xz"
    rm -rf "${work:?}/$name"
}
[ "${ONLY:-}" = deb ] || pack_tarball

# --- The package -------------------------------------------------------------------------------

command -v dpkg-deb >/dev/null 2>&1 || { echo "No dpkg-deb here: no .deb was made." >&2; exit 0; }
root=$work/deb
mkdir -p "$root/DEBIAN" "$root/usr/bin" "$root/usr/lib/reconciler" "$root/usr/share/doc/reconciler"
cp -a "$folder/." "$root/usr/lib/reconciler/"
# Libraries of the system go along in the tarball only: the package depends on them, so that their
# security updates reach it too. Python's own is of one version, which the next release may lack.
lib=$root/usr/lib/reconciler/lib
sed -n 's/ | .*//p' "$lib/licences/SYSTEM.txt" | grep -v '^libpython' | while IFS= read -r file; do
    rm "$lib/$file"
done
sed -i '/^libpython/!d' "$lib/licences/SYSTEM.txt"
find "$lib/licences" -name 'system-*' ! -name 'system-libpython*' -delete
ln -s ../lib/reconciler/reconciler "$root/usr/bin/reconciler"
lay_out_share "$root/usr/share"
install -m644 "$here/copyright" "$root/usr/share/doc/reconciler/copyright"
install -m644 "$folder/lib/licences/PACKAGES.txt" "$root/usr/share/doc/reconciler/PACKAGES.txt"
gzip -9n < "$top/CHANGELOG.md" > "$root/usr/share/doc/reconciler/NEWS.gz"
printf 'reconciler (%s) stable; urgency=medium\n\n  * What changed: NEWS.gz beside this file.\n\n -- %s  %s\n' \
    "$version" "$maintainer" "$(date -uR -d "@$SOURCE_DATE_EPOCH")" |
    gzip -9n > "$root/usr/share/doc/reconciler/changelog.gz"
install -Dm644 "$here/lintian-overrides" "$root/usr/share/lintian/overrides/reconciler"
find "$root/usr" -type d -exec chmod 755 {} +
find "$root/usr" -type f ! -perm /111 -exec chmod 644 {} +
find "$root/usr" -type f -name '*.so*' -exec chmod 644 {} +
find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +

# What it is linked to. Plugins for GTK and printing load only where the desktop has what they need.
mkdir -p "$work/debian"
printf 'Source: reconciler\nMaintainer: nobody <nobody@example.org>\n\nPackage: reconciler\nArchitecture: any\n' \
    > "$work/debian/control"
find "$root/usr/lib/reconciler" -type f \( -name '*.so*' -o -name reconciler \) \
    ! -name 'libqgtk3.so' ! -name 'libcupsprintersupport.so' > "$work/elf"
private=$(find "$lib" -name '*.so*' -printf '%h\n' | sort -u | sed 's/^/-l/')
# shellcheck disable=SC2046,SC2086  # one word a file or folder
depends=$(cd "$work" && dpkg-shlibdeps -O --ignore-missing-info $private $(cat elf) 2> shlibdeps.log |
    sed -n 's/^shlibs:Depends=//p') || { cat "$work/shlibdeps.log" >&2; exit 1; }
[ -n "$depends" ] || { cat "$work/shlibdeps.log" >&2; exit 1; }

cat > "$root/DEBIAN/control" <<END
Package: reconciler
Version: $version
Architecture: $arch
Section: text
Priority: optional
Maintainer: $maintainer
Installed-Size: $(du -sk --apparent-size "$root/usr" | cut -f1)
Depends: $depends, fonts-dejavu-core | fonts-freefont-ttf | fonts-liberation, hicolor-icon-theme, shared-mime-info
Recommends: xdg-utils, libcups2 | libcups2t64
Suggests: mythes-de, libgtk-3-0 | libgtk-3-0t64
Description: compare several articles on one event, statement by statement
 Reconciler is for people who must say what several accounts of one event
 agree on, where they differ, and who said what first: fact-checkers,
 analysts, verification desks, investigators.
 .
 It puts two or more articles side by side and lines up the statements that
 report the same thing. Each match is confirmed or rejected from the
 keyboard, and every decision is kept in one SQLite file. It works offline.
END
(cd "$root" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum > DEBIAN/md5sums)
chmod 644 "$root/DEBIAN/md5sums" "$root/DEBIAN/control"
touch -d "@$SOURCE_DATE_EPOCH" "$root/DEBIAN" "$root"/DEBIAN/* "$root"
dpkg-deb --root-owner-group -Zxz "-z$level" --build "$root" "$dist/reconciler_${version}_$arch.deb" >&2
ls -l "$dist/reconciler_${version}_$arch.deb" >&2
