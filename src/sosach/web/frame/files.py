"""Files that come in and go out with a page: for as long as they are worked on they lie in a folder of their own."""

import io
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from django.http import HttpResponse

from sosach.findings.notices import refused
from sosach.web.frame.signed_in import Desk

_KINDS = {
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
    ".ics": "text/calendar; charset=utf-8",
}


@contextmanager
def folder() -> Iterator[Path]:
    """A folder that only this process can read, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="sosach-") as place:
        yield Path(place)


@contextmanager
def handed_in(request: Desk, field: str = "file") -> Iterator[Path]:
    """The file of a form, under its own name.

    Raises:
        Refused: none was chosen.
    """
    with folder() as place:
        yield handed_over(request, place, field)


def handed_over(request: Desk, place: Path, field: str = "file") -> Path:
    """Puts the file of a form into a folder, under its own name.

    Raises:
        Refused: none was chosen.
    """
    given = request.FILES.get(field)
    if given is None:
        raise refused("file_none")
    path = place / Path(given.name or "tep").name  # Django has taken folders out of the name already
    path.write_bytes(given.read())
    return path


def download(path: Path) -> HttpResponse:
    """A file for the reader to keep; nothing of it stays in the browser's store."""
    return HttpResponse(
        path.read_bytes(),
        content_type=_KINDS.get(path.suffix, "application/octet-stream"),
        headers={"Content-Disposition": f"attachment; filename*=UTF-8''{quote(path.name)}"},
    )


def download_all(paths: Sequence[Path], name: str) -> HttpResponse:
    """Several files in one, by their own names; a single one as it is."""
    if len(paths) == 1:
        return download(paths[0])
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in paths:
            archive.write(path, path.name)
    return HttpResponse(
        packed.getvalue(),
        content_type=_KINDS[".zip"],
        headers={"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"},
    )
