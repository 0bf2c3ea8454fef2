#!/bin/sh
# Make the installer of Windows, in Git's shell: packaging/windows/installer.sh VERSION
#
# CERTIFICATE (a PFX file in base64) and PASSWORD sign program and installer; without them both are made
# unsigned, and Windows will warn of an unknown publisher.
set -eu
version=$1
program_files=$(cygpath 'C:\Program Files (x86)')
iscc="$program_files/Inno Setup 6/ISCC.exe"
[ -x "$iscc" ] || { echo "Inno Setup 6 is not installed (winget install JRSoftware.InnoSetup)" >&2; exit 1; }

if [ -z "${CERTIFICATE:-}" ]; then
    echo 'Not signed: Windows will warn of an unknown publisher.' >&2
    MSYS2_ARG_CONV_EXCL='*' "$iscc" "/DVersion=$version" packaging/windows/reconciler.iss
    exit 0
fi
pfx=$(mktemp)
trap 'rm -f "$pfx"' EXIT
printf '%s' "$CERTIFICATE" | base64 -d > "$pfx"
signtool=$(find "$program_files/Windows Kits/10/bin" -path '*x64/signtool.exe' | sort | tail -n 1)
sign() { MSYS2_ARG_CONV_EXCL='*' "$signtool" sign /f "$(cygpath -w "$pfx")" /p "$PASSWORD" /fd sha256 \
    /tr "${TIMESTAMP:-http://timestamp.digicert.com}" /td sha256 "$@"; }
sign dist/reconciler/reconciler.exe dist/reconciler/reconcilerw.exe
MSYS2_ARG_CONV_EXCL='*' "$iscc" "/DVersion=$version" packaging/windows/reconciler.iss
sign "dist/reconciler-$version-windows-x64.exe"
