"""Watches how much memory a child holds, where the child cannot limit itself (Windows); untested there.

POSIX children lower their own limits (see `confinement`) and are not watched.
"""

import sys

WATCHED = sys.platform == "win32"


def memory_of(handle: int) -> int:
    """Bytes of private memory of the process behind this Windows handle; 0 where nothing can be told."""
    if sys.platform == "win32":
        return _private_bytes(handle)
    return 0


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    class _Counters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS_EX of psapi.h."""

        _fields_ = [
            ("cb", wintypes.DWORD),
            ("PageFaultCount", wintypes.DWORD),
            *((name, ctypes.c_size_t) for name in ("PeakWorkingSetSize", "WorkingSetSize", "QuotaPeakPagedPoolUsage")),
            *((name, ctypes.c_size_t) for name in ("QuotaPagedPoolUsage", "QuotaPeakNonPagedPoolUsage")),
            *((name, ctypes.c_size_t) for name in ("QuotaNonPagedPoolUsage", "PagefileUsage", "PeakPagefileUsage")),
            ("PrivateUsage", ctypes.c_size_t),
        ]

    def _private_bytes(handle: int) -> int:
        counters = _Counters()
        counters.cb = ctypes.sizeof(counters)
        asked = ctypes.windll.psapi.GetProcessMemoryInfo(handle, ctypes.byref(counters), counters.cb)
        return counters.PrivateUsage if asked else 0
