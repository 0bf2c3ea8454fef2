"""Say which files of two folders differ.

python packaging/frozen/compare.py ONE OTHER
"""

import hashlib
import sys
from pathlib import Path


def main(one: Path, other: Path) -> int:
    first, second = digests(one), digests(other)
    differing = sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))
    for name in differing:
        print("differs" if name in first and name in second else "only in one", name)
    print(f"{len(first)} files, {len(differing)} of them differ")
    return 1 if differing else 0


def digests(folder: Path) -> dict[str, str]:
    """Return what each file holds, whether it may be run, and where each link leads."""
    return {str(path.relative_to(folder)): _digest(path) for path in folder.rglob("*") if not path.is_dir()}


def _digest(path: Path) -> str:
    if path.is_symlink():
        return f"-> {path.readlink()}"
    return f"{path.stat().st_mode & 0o111:o} {hashlib.sha256(path.read_bytes()).hexdigest()}"


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
