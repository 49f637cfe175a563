"""Watches how much memory a child holds, where the child cannot limit itself (Windows); untested there.

POSIX children lower their own limits (see `confinement`) and are not watched.
"""

import sys

WATCHED = sys.platform == "win32"


def memory_of(handle: int) -> int:
    """Bytes of private memory that the process behind this Windows handle has asked for; 0 where nothing can be told."""
    if sys.platform != "win32":
        return 0
    import ctypes  # noqa: PLC0415  # on Windows only
    from ctypes import wintypes  # noqa: PLC0415

    class Counters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS_EX of psapi.h."""

        _fields_ = [  # noqa: RUF012  # the form that ctypes wants
            ("cb", wintypes.DWORD),
            ("PageFaultCount", wintypes.DWORD),
            *((name, ctypes.c_size_t) for name in ("PeakWorkingSetSize", "WorkingSetSize", "QuotaPeakPagedPoolUsage")),
            *((name, ctypes.c_size_t) for name in ("QuotaPagedPoolUsage", "QuotaPeakNonPagedPoolUsage")),
            *((name, ctypes.c_size_t) for name in ("QuotaNonPagedPoolUsage", "PagefileUsage", "PeakPagefileUsage")),
            ("PrivateUsage", ctypes.c_size_t),
        ]

    counters = Counters()
    counters.cb = ctypes.sizeof(counters)
    asked = ctypes.windll.psapi.GetProcessMemoryInfo(handle, ctypes.byref(counters), counters.cb)
    return counters.PrivateUsage if asked else 0
