"""Django's settings for the database; the pages add theirs on top.

Read from the environment, and from nowhere else: `SOSACH_HOME`, `DATABASE_URL`. Synchronous FULL, because an
acknowledged change must survive a power cut, which WAL with NORMAL does not promise (https://www.sqlite.org/pragma.html).
"""

import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from sosach.findings.notices import refused
from sosach.store.home import Home, default_folder

WAIT = 5  # seconds that a command waits for another one's writing

_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
    "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA busy_timeout=5000;"
)
_POSTGRES = re.compile(r"postgres(ql)?")


def database(home: Home, address: str | None) -> dict[str, Any]:
    """The database of a home: SQLite in its folder, or the PostgreSQL database at `address`.

    Raises:
        Refused: the address is none of PostgreSQL.
    """
    if not address:
        options = {"timeout": WAIT, "transaction_mode": "IMMEDIATE", "init_command": _PRAGMAS}
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(home.database), "OPTIONS": options}
    parts = urlsplit(address)
    if not _POSTGRES.fullmatch(parts.scheme):
        raise refused("database_url", value=parts.scheme)
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": {**options, "options": f"-c lock_timeout={WAIT}s -c timezone=UTC"},
        "DISABLE_SERVER_SIDE_CURSORS": True,  # they outlive neither a stopped command nor a pool of connections
    }


SOSACH_HOME = os.environ.get("SOSACH_HOME") or str(default_folder())

DATABASES = {"default": database(Home(Path(SOSACH_HOME)), os.environ.get("DATABASE_URL"))}

INSTALLED_APPS = [
    "sosach.store.log",
    "sosach.store.accounts",
    "sosach.store.sign_in",
    "sosach.store.registers",
    "sosach.store.civil",
    "sosach.store.findings",
    "sosach.store.seals",
    "sosach.store.police",
    "sosach.store.upload",
    "sosach.store.visits",
    "sosach.store.reports",
]

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

USE_TZ = True
TIME_ZONE = "UTC"  # of what is stored; pages and papers show Vietnam's time
LANGUAGE_CODE = "vi"
USE_I18N = False

SECRET_KEY = "only the pages sign anything; they bring their own"

PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
