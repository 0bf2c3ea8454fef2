"""Add the licences of what was taken from the system: Python itself and libraries that it is linked to.

    python packaging/frozen/system_notices.py FOLDER      # the frozen program, on Debian or Ubuntu

Each library in the folder that no Python package brought is looked up among the system's packages, whose
copyright file is put beside the other notices.
"""

import subprocess
import sys
import sysconfig
from pathlib import Path

LIBRARIES = ("/usr/lib", "/lib")


def main(folder: Path) -> None:
    notices = folder / "lib" / "licences"
    lines = []
    for file in sorted(folder.joinpath("lib").glob("lib*.so*")):
        if file.is_symlink():  # to a library that a Python package brought
            continue
        package = owner(file.name)
        if package is None:
            if file.name.startswith("libpython"):
                continue
            raise SystemExit(f"{file.name}: no package of this system says under which licence it is")
        text = Path("/usr/share/doc", package, "copyright")
        notices.joinpath(f"system-{package}.txt").write_bytes(text.read_bytes())
        lines.append(f"{file.name} | {package}")
    python = Path(sysconfig.get_path("stdlib"), "LICENSE.txt")
    debian = Path(f"/usr/share/doc/libpython{sys.version_info[0]}.{sys.version_info[1]}-minimal/copyright")
    found = next((path for path in (python, debian) if path.is_file()), None)
    if found is None:
        raise SystemExit("the licence of Python was not found")
    notices.joinpath("python.txt").write_bytes(found.read_bytes())
    notices.joinpath("SYSTEM.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def owner(name: str) -> str | None:
    """Return the system's package that a library's file is from."""
    ran = subprocess.run(  # noqa: S603  # the name of one of our files
        ["dpkg-query", "--search", f"*/{name}"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    for line in ran.stdout.splitlines():
        packages, _colon, path = line.partition(": ")
        if path.startswith(LIBRARIES) and Path(path).name == name:
            return packages.split(",")[0].split(":")[0]
    return None


if __name__ == "__main__":
    main(Path(sys.argv[1]))
