"""How the memory of frames is given back to the system.

Polars brings its own allocator (jemalloc on Linux and macOS), which hands pages back within a second and asks for them
again with the next batch; a fifth of the time of a large check went there. Pages are kept a little longer, in fewer
places. It reads this variable once, when Polars is loaded; elsewhere, and where somebody has set it, nothing changes.
"""

import os

VARIABLE, SETTING = "_RJEM_MALLOC_CONF", "narenas:2,dirty_decay_ms:3000"


def keep_pages() -> None:
    """To be called before anything imports Polars."""
    os.environ.setdefault(VARIABLE, SETTING)
