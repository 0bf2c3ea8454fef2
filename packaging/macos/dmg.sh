#!/bin/sh
# Pack Reconciler.app into a disk image, and sign and notarise both where the secrets for it are there.
#
#     packaging/macos/dmg.sh DIST VERSION        # DIST/Reconciler.app is what PyInstaller made
#
# CODESIGN_IDENTITY signs (the spec has signed the app with it); NOTARY_KEY (a file), NOTARY_KEY_ID and
# NOTARY_ISSUER have Apple look at it. Without them the image is made unsigned, and this says so.
set -eu
dist=$1 version=$2
image=$dist/reconciler-$version-macos-$(uname -m).dmg
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT

cp -R "$dist/Reconciler.app" "$stage/"
ln -s /Applications "$stage/Applications"
rm -f "$image"
hdiutil create -volname Reconciler -srcfolder "$stage" -fs HFS+ -format UDZO -ov "$image"

if [ -z "${CODESIGN_IDENTITY:-}" ]; then
    echo 'Not signed: macOS will ask before it opens this program (right click, Open).' >&2
    exit 0
fi
codesign --sign "$CODESIGN_IDENTITY" --timestamp "$image"
[ -n "${NOTARY_KEY:-}" ] || { echo 'Signed, not notarised.' >&2; exit 0; }
xcrun notarytool submit "$image" --key "$NOTARY_KEY" --key-id "$NOTARY_KEY_ID" --issuer "$NOTARY_ISSUER" --wait
xcrun stapler staple "$image"
