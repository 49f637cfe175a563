"""The home folder of a campaign: where everything lies that the program keeps.

    home.json            that it is a home, and which one
    plans/               the plans of the campaign, named by their SHA-256; the database says which one holds
    recipients.txt       for whom originals and backups are sealed (age)
    sosach.sqlite3       the database, unless `DATABASE_URL` names another
    snapshots/           what every import took in, one immutable Parquet file each, named by its SHA-256
    originals/           the bytes of every file taken in, sealed, named by their SHA-256
    backups/             what was kept before a newer program changed the tables
    last-backup.json     when the last backup was made, and where it was put
    denials.log          who was refused what, line by line
    serve.lock           held while `serve` runs

A database in a folder that another program copies behind its back (OneDrive, a network drive) is lost sooner or later:
write-ahead logging does not work over a network (https://www.sqlite.org/wal.html), so such folders are refused.
"""

import json
import os
import re
import sys
import uuid
from dataclasses import dataclass
from pathlib import Path

from sosach.findings.notices import refused

DATABASE = "sosach.sqlite3"
FORMAT = 1  # of the folder; a newer program's home is refused rather than misread

_SYNCED = re.compile(r"onedrive|dropbox|google ?drive|icloud|zalo", re.IGNORECASE)
_NETWORK = ("nfs", "cifs", "smb", "smbfs", "sshfs", "fuse.sshfs", "9p", "ncpfs", "afs")


@dataclass(frozen=True, slots=True)
class Home:
    """The places within a home."""

    folder: Path

    @property
    def mark(self) -> Path:
        """The file that tells a home from any other folder."""
        return self.folder / "home.json"

    @property
    def database(self) -> Path:
        """The SQLite database."""
        return self.folder / DATABASE

    @property
    def plans(self) -> Path:
        """The plans of the campaign, past and present."""
        return self.folder / "plans"

    @property
    def recipients(self) -> Path:
        """For whom originals and backups are sealed."""
        return self.folder / "recipients.txt"

    @property
    def backups(self) -> Path:
        """What was kept before the tables were changed."""
        return self.folder / "backups"

    @property
    def last_backup(self) -> Path:
        """When the last backup was made, and where it was put."""
        return self.folder / "last-backup.json"

    @property
    def snapshots(self) -> Path:
        """What imports took in."""
        return self.folder / "snapshots"

    @property
    def originals(self) -> Path:
        """The files as they came."""
        return self.folder / "originals"

    @property
    def denials(self) -> Path:
        """Who was refused what."""
        return self.folder / "denials.log"

    @property
    def serve_lock(self) -> Path:
        """Held by the one `serve`."""
        return self.folder / "serve.lock"

    @property
    def exists(self) -> bool:
        """Whether a campaign was started here."""
        return self.mark.is_file()


def default_folder() -> Path:
    """Where a campaign lies when nobody says otherwise: the data folder of the user."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "SoSach"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "SoSach"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "sosach"


def create(folder: Path) -> Home:
    """Makes the folders of a new home, or finishes one that was left half made; the mark comes last.

    Raises:
        Refused: the place is synchronised, on a network, or cannot be written.
    """
    _refuse_unsafe(folder)
    home = Home(folder)
    try:
        for place in (folder, home.plans, home.snapshots, home.originals):
            place.mkdir(parents=True, exist_ok=True)
        if not home.exists:
            _write_mark(home)
    except OSError as failure:
        raise refused("home_denied", path=folder) from failure
    return home


def existing(folder: Path) -> Home:
    """The home that is there.

    Raises:
        Refused: there is none, it is of a newer program, or it lies where it is not safe.
    """
    home = Home(folder)
    if not home.exists:
        raise refused("home_none", path=folder)
    _refuse_unsafe(folder)
    if identity(home).format > FORMAT:
        raise refused("home_newer", path=folder)
    if not os.access(folder, os.W_OK):
        raise refused("home_denied", path=folder)
    return home


@dataclass(frozen=True, slots=True)
class Identity:
    """What the mark of a home says."""

    name: str  # random; the database repeats it
    format: int


def identity(home: Home) -> Identity:
    """What the mark says.

    Raises:
        Refused: it cannot be read.
    """
    try:
        told = json.loads(home.mark.read_text(encoding="utf-8"))
        return Identity(str(told["home"]), int(told["format"]))
    except (OSError, ValueError, KeyError, TypeError) as failure:
        raise refused("home_damaged", path=home.mark) from failure


def _write_mark(home: Home) -> None:
    fresh = home.mark.with_suffix(".new")
    fresh.write_text(json.dumps({"home": uuid.uuid4().hex, "format": FORMAT}), encoding="utf-8")
    fresh.replace(home.mark)


def _refuse_unsafe(folder: Path) -> None:
    whole = folder.absolute()
    if any(_SYNCED.search(part) for part in whole.parts):
        raise refused("home_synced", path=folder)
    if _on_network(whole):
        raise refused("home_network", path=folder)


def _on_network(folder: Path) -> bool:
    if sys.platform == "win32":
        return str(folder).startswith("\\\\") or _is_remote_drive(folder.drive)
    return _filesystem(folder) in _NETWORK


def _is_remote_drive(drive: str) -> bool:
    """Whether Windows knows the drive as remote (`GetDriveTypeW` gives 4)."""
    import ctypes  # noqa: PLC0415  # `windll` is there on Windows only

    windll = getattr(ctypes, "windll", None)
    return windll is not None and windll.kernel32.GetDriveTypeW(f"{drive}\\") == 4


def _filesystem(folder: Path) -> str:
    """The kind of file system, by the longest mount point above the folder; unknown where /proc is not there."""
    try:
        mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    found = [(point, kind) for _, point, kind, *_ in (line.split() for line in mounts) if folder.is_relative_to(point)]
    return max(found, key=lambda mount: len(mount[0]), default=("", ""))[1]
