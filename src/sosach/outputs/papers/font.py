"""The typeface of papers: Liberation Serif 2.x (SIL OFL 1.1), as wide as Times New Roman, with every Vietnamese letter.

Version 1 of it, which some systems still carry, lacks 92 of them; so the files are shipped, and a test looks at each
letter.
"""

from importlib import resources
from pathlib import Path

FAMILY = "Liberation Serif"
WORD_FAMILY = "Times New Roman"  # what the decree names, and what Word has


def folder() -> Path:
    """Where the files of the typeface are."""
    return Path(str(resources.files("sosach.outputs.papers").joinpath("typeface")))
