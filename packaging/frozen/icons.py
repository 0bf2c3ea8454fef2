"""Draw the program's icon in all sizes from its SVG: PNG, and .ico and .icns made of them.

python packaging/frozen/icons.py FOLDER
"""

import os
import struct
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QIcon

SIZES = (16, 22, 24, 32, 48, 64, 96, 128, 256, 512, 1024)
WINDOWS = (16, 24, 32, 48, 64, 128, 256)
# The names that Apple gives its sizes.
MACOS = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09", 1024: b"ic10"}


def main(folder: Path) -> None:
    app = QGuiApplication([])
    icon = QIcon(str(Path(__file__).parents[2] / "resources" / "icons" / "reconciler.svg"))
    folder.mkdir(parents=True, exist_ok=True)
    drawn = {size: png(icon, size) for size in SIZES}
    for size, content in drawn.items():
        folder.joinpath(f"{size}.png").write_bytes(content)
    folder.joinpath("reconciler.ico").write_bytes(ico({size: drawn[size] for size in WINDOWS}))
    folder.joinpath("reconciler.icns").write_bytes(icns({MACOS[size]: drawn[size] for size in MACOS}))
    del app


def png(icon: QIcon, size: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    icon.pixmap(size, size).save(buffer, "PNG")
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """Return a Windows icon; 256 is written as 0 in its one byte for a size."""
    out = struct.pack("<HHH", 0, 1, len(pictures))
    at = len(out) + 16 * len(pictures)
    for size, content in pictures.items():
        out += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(content), at)
        at += len(content)
    return out + b"".join(pictures.values())


def icns(pictures: dict[bytes, bytes]) -> bytes:
    parts = [name + struct.pack(">I", len(content) + 8) + content for name, content in pictures.items()]
    body = b"".join(parts)
    return b"icns" + struct.pack(">I", len(body) + 8) + body


if __name__ == "__main__":
    main(Path(sys.argv[1]))
