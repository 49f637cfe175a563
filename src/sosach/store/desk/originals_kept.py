"""Which files the home keeps as they came or as they left, and one of them opened with the recovery key."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sosach.findings.notices import refused
from sosach.outputs.whole_files import whole_files
from sosach.store.originals import original
from sosach.store.police.models import Batch
from sosach.store.police.models import Return as PoliceReturn
from sosach.store.registers.models import Import
from sosach.store.sealing import read_key
from sosach.store.start import current
from sosach.store.upload.models import Ticking, Upload
from sosach.store.visits.models import Return as VisitReturn
from sosach.store.visits.models import Visit

_SHORTEST = 6  # digits of a hash that name a file


@dataclass(frozen=True, slots=True)
class KeptOriginal:
    """A file of the home."""

    operation: int  # by which it came or left
    name: str
    sha256: str


def originals_kept() -> list[KeptOriginal]:
    """All of them, the first one first."""
    return sorted(set(_told()), key=lambda one: (one.operation, one.name))


def open_original(wanted: str, key_file: Path, folder: Path) -> Path:
    """Writes a file as it came into a folder.

    Args:
        wanted: its name, or the first digits of its SHA-256; of several of one name the last one.
        key_file: the recovery key.
        folder: where to.

    Raises:
        Refused: there is no such file, the key is another one's, or the folder cannot be written.
    """
    by_hash = wanted.lower() if len(wanted) >= _SHORTEST else "\0"
    found = [one for one in originals_kept() if one.name == wanted or one.sha256.startswith(by_hash)]
    if not found:
        raise refused("original_none", value=wanted)
    content = original(current(), found[-1].sha256, read_key(key_file))
    target = folder / found[-1].name
    with whole_files(folder) as files:
        files.fresh(target).write_bytes(content)
    return target


def _told() -> Iterator[KeptOriginal]:
    for model in (Import, Batch, PoliceReturn, Visit, VisitReturn, Upload, Ticking):
        rows = model._default_manager.exclude(sha256="").values_list("operation", "file_name", "sha256")
        yield from (KeptOriginal(*row) for row in rows)
    for operation, name, listed, new in Upload.objects.values_list(
        "operation", "file_name", "list_sha256", "new_sha256"
    ):
        stem, ending = Path(name).stem, ".xlsx"
        yield KeptOriginal(operation, f"{stem}-list{ending}", listed)
        if new:
            yield KeptOriginal(operation, f"{stem}-new{ending}", new)
