"""Limits that a process sets itself before it touches what strangers wrote: memory, time, no network.

Nothing here can be taken back. What a system doesn't offer is left out: the process that started
this one keeps the time as well, and ends it.
"""

import faulthandler
import os
import sys
import threading
import time
from contextlib import suppress

GRACE = 2.0
"""Seconds that a process lives past its time if nobody ends it."""


def set_limits(memory: int, seconds: float, output: int) -> None:
    """Bound this process: `memory` and `output` in bytes, `seconds` of wall clock.

    Memory that isn't there makes allocations fail; time that is over ends the process.
    """
    _close_network()
    # A thread of the interpreter's own, which stops even a parser that never comes back to Python.
    sink = os.open(os.devnull, os.O_WRONLY)
    faulthandler.dump_traceback_later(seconds + GRACE, exit=True, file=sink)
    if sys.platform == "win32":
        _set_job_limits(memory)
        return
    import resource

    def limit(what: int, value: int) -> None:
        with suppress(OSError, ValueError):
            resource.setrlimit(what, (value, value))

    limit(resource.RLIMIT_CORE, 0)
    limit(resource.RLIMIT_CPU, int(seconds + GRACE) + 1)
    limit(resource.RLIMIT_FSIZE, output)
    if sys.platform == "darwin":
        # It has the limit on address space, and does not keep it.
        threading.Thread(target=_watch_memory, args=(memory,), daemon=True).start()
    else:
        limit(resource.RLIMIT_AS, memory)


def _watch_memory(memory: int) -> None:
    import resource

    while resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < memory:
        time.sleep(0.05)
    os._exit(OUT_OF_MEMORY)


OUT_OF_MEMORY = 77
"""The exit code of a process that had to be ended because it took too much memory."""


def _close_network() -> None:
    """Refuse connections and other programs: for this process Python's, for libraries the system's.

    No reader asks for either. On Linux the process leaves the network altogether, where an ordinary
    user may do that.
    """
    if sys.platform == "linux":
        import ctypes

        new_user, new_network = 0x10000000, 0x40000000
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None, use_errno=True).unshare(new_user | new_network)
    sys.addaudithook(_refuse)


def _refuse(event: str, _arguments: tuple[object, ...]) -> None:
    if event.startswith(
        ("socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.spawn", "os.system", "os.fork")
    ):
        raise PermissionError(event)


def _set_job_limits(memory: int) -> None:
    """Put this process into a Windows job of its own that bounds its memory and allows no other process."""
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        class Basic(ctypes.Structure):
            _fields_ = (
                ("per_process_time", ctypes.c_int64),
                ("per_job_time", ctypes.c_int64),
                ("limit_flags", wintypes.DWORD),
                ("minimum_working_set", ctypes.c_size_t),
                ("maximum_working_set", ctypes.c_size_t),
                ("active_processes", wintypes.DWORD),
                ("affinity", ctypes.c_size_t),
                ("priority_class", wintypes.DWORD),
                ("scheduling_class", wintypes.DWORD),
            )

        class Extended(ctypes.Structure):
            _fields_ = (
                ("basic", Basic),
                ("io_counters", ctypes.c_uint64 * 6),
                ("process_memory", ctypes.c_size_t),
                ("job_memory", ctypes.c_size_t),
                ("peak_process_memory", ctypes.c_size_t),
                ("peak_job_memory", ctypes.c_size_t),
            )

        process_memory, active_process, quiet = 0x100, 0x8, 0x400
        limits = Extended(process_memory=memory)
        limits.basic.limit_flags = process_memory | active_process | quiet
        limits.basic.active_processes = 1
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = (
            wintypes.HANDLE,
            ctypes.c_int,
            ctypes.c_void_p,
            wintypes.DWORD,
        )
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        job = kernel.CreateJobObjectW(None, None)
        extended_limits = 9
        kernel.SetInformationJobObject(job, extended_limits, ctypes.byref(limits), ctypes.sizeof(limits))
        kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
