"""Runs first in the frozen program: other programs that it starts must not load its libraries.

The starter points the system's linker to the folder of this program. The process itself is linked by
then, and a file manager or a browser that inherits it would load our libraries in place of its own.
"""

import os

for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
    before = os.environ.pop(f"{name}_ORIG", None)
    if before:
        os.environ[name] = before
    else:
        os.environ.pop(name, None)
