"""Where a case file lies: on a disk of this machine, or in a folder that others reach over a network.

SQLite's write-ahead log needs memory that all who have the file open share. Of a folder on a network
it can't be shared, and some systems don't say so: two machines would damage the case.
"""

import re
import sys
from pathlib import Path

_MOUNTS = Path("/proc/self/mountinfo")
_REMOTE = re.compile(
    r"9p|afs|ceph|cifs|coda|davfs|gfs2?|glusterfs|lustre|ncpfs|nfs4?|ocfs2|prl_fs|smb[23]|smbfs|vboxsf|virtiofs"
    r"|vmhgfs"
)
_REMOTE_FUSE = re.compile(
    r"fuse\.(?:sshfs|gvfsd|kio|smb|nfs|dav|curlftp|rclone|s3fs|goofys|gcsfuse|gluster|ceph|moose|lizard|juice"
    r"|vmhgfs|grpcfuse|osxfs|onedriver|google)"
)


def identity(path: Path) -> tuple[int, int] | None:
    """Return what tells the file at a path from every other one, whatever it is called; None without one."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def is_remote(path: Path) -> bool:
    """Whether a file lies in a folder of another machine, as far as the system tells."""
    real = path.resolve()
    if sys.platform == "win32":
        import ctypes

        remote = 4  # DRIVE_REMOTE
        return real.drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(real.anchor) == remote
    try:
        mounts = _MOUNTS.read_text("utf-8", "surrogateescape")
    except OSError:
        return False
    return is_remote_kind(kind_of_mount(mounts, real))


def is_remote_kind(kind: str) -> bool:
    """Whether a file system of this kind (as Linux names it) is another machine's."""
    return _REMOTE.fullmatch(kind) is not None or _REMOTE_FUSE.match(kind) is not None


def kind_of_mount(mounts: str, path: Path) -> str:
    """Return of what kind the file system is that holds `path`, by the system's table of mounts."""
    found = (Path("/"), "")
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields, kinds = before.split(" "), after.split(" ")
        if len(fields) < 5:
            continue
        folder = Path(re.sub(r"\\(\d{3})", lambda octal: chr(int(octal[1], 8)), fields[4]))
        # A later mount hides an earlier one on the same folder.
        if path.is_relative_to(folder) and len(folder.parts) >= len(found[0].parts):
            found = folder, kinds[0]
    return found[1]
