"""Write what Windows shows of the program's files in their properties.

python packaging/frozen/windows_version.py FILE
"""

import re
import sys
from pathlib import Path

from reconciler import __version__

TEXT = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0x0, OS=0x40004, fileType=0x1),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("CompanyName", "The Reconciler authors"),
      StringStruct("FileDescription", "Reconciler"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("LegalCopyright", "MIT licence"),
      StringStruct("ProductName", "Reconciler"),
      StringStruct("ProductVersion", "{version}"),
    ])]),
    VarFileInfo([VarStruct("Translation", [0x0409, 1200])]),
  ],
)
"""


def main(file: Path) -> None:
    found = [int(number) for number in re.findall(r"\d+", __version__)][:4]
    numbers = tuple(found + [0] * (4 - len(found)))
    file.write_text(TEXT.format(numbers=numbers, version=__version__), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
