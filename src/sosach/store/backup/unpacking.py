"""A backup is opened: into an empty folder, every file compared with the manifest, before anything becomes a home."""

import hashlib
import tarfile
from pathlib import Path, PurePosixPath
from typing import IO

from sosach.findings.notices import refused
from sosach.store.backup.manifest import NAME, KeptFile, Manifest, read_manifest
from sosach.store.sealing import BEGINS, Key, unseal_stream

_PIECE = 1 << 20  # bytes
_ARCHIVE = "archive.tar"


def unpack(file: Path, key: Key, folder: Path) -> Manifest:
    """Opens a backup into a folder and gives its manifest.

    Args:
        file: the backup.
        key: the recovery key.
        folder: empty; what stands in it after a refusal is to be thrown away.

    Raises:
        Refused: it is no backup, of a newer program, sealed for another key, or not one byte as it was.
    """
    archive = folder / _ARCHIVE
    try:
        with file.open("rb") as source, archive.open("wb") as target:
            if source.read(len(BEGINS)) != BEGINS:
                raise refused("backup_none", file=file.name)
            source.seek(0)
            unseal_stream(source, target, key, file.name)
    except FileNotFoundError as failure:
        raise refused("backup_gone", path=file) from failure
    with archive.open("rb") as opened:
        manifest = _taken_out(opened, folder, file.name)
    archive.unlink()
    return manifest


def _taken_out(archive: IO[bytes], folder: Path, file: str) -> Manifest:
    try:
        with tarfile.open(fileobj=archive, mode="r:") as members:
            first = members.next()
            told = members.extractfile(first) if first is not None and first.name == NAME else None
            if told is None:
                raise refused("backup_none", file=file)
            manifest = read_manifest(told.read(), file)
            wanted = {one.path: one for one in manifest.files}
            while (member := members.next()) is not None:
                content = members.extractfile(member)
                kept = wanted.pop(member.name, None)
                if content is None or kept is None or not _inside(kept.path):
                    raise refused("backup_strange", file=file, value=member.name)
                _take(content, folder / kept.path, kept, file)
    except tarfile.TarError as failure:
        raise refused("backup_none", file=file) from failure
    if wanted:
        raise refused("backup_lacks", file=file, value=min(wanted))
    return manifest


def _inside(path: str) -> bool:
    """Whether a path stays within the folder, on every system."""
    parts = PurePosixPath(path).parts
    return bool(parts) and not any(part in ("..", "/") or ":" in part or "\\" in part for part in parts)


def _take(content: IO[bytes], place: Path, kept: KeptFile, file: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with place.open("wb") as target:
        while piece := content.read(_PIECE):
            digest.update(piece)
            target.write(piece)
    if digest.hexdigest() != kept.sha256:
        raise refused("backup_strange", file=file, value=kept.path)
