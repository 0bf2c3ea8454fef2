"""A double-click on macOS: the system sends an event to the program, which opens the file."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCRIPT = """
import sys, time
from pathlib import Path
from PySide6.QtGui import QFileOpenEvent
from reconciler.gui.app import start

app, window = start([])
until = time.monotonic() + 60
while window.session.case is None and time.monotonic() < until:
    app.processEvents()
    if not window.background.jobs and window.isVisible():
        app.sendEvent(app, QFileOpenEvent(sys.argv[1]))
print(window.windowTitle())
window.close()
"""


def test_the_file_that_the_system_asks_for_is_opened(tmp_path: Path) -> None:
    case = tmp_path / "ferry.reconciler"
    shutil.copyfile(ROOT / "tests" / "formats" / "case_v3.reconciler", case)
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(case)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "RECONCILER_HOME": str(tmp_path / "home")},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert ran.stdout == "ferry — Reconciler\n"
