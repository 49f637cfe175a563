"""Limits that a child lays on itself before it opens a stranger's file: address space, processor time, no core dump.

POSIX has `setrlimit`. Windows has nothing that a process can lay on itself without further packages; there the
parent watches and kills (see `watchdog`).
"""

import sys


def confine(memory_bytes: int, seconds: float) -> None:
    """Lowers this process's limits; they cannot be raised again.

    Args:
        memory_bytes: of address space.
        seconds: of processor time.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  # not on Windows

    for what, wanted in (
        (resource.RLIMIT_AS, memory_bytes),
        (resource.RLIMIT_CPU, int(seconds) + 1),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        lowered = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(what, (lowered, lowered))
