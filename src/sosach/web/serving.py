"""Serves the pages of one home with waitress, which is pure Python and runs on Windows too; one process, threads."""

import os
import secrets
import socket
import webbrowser
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from threading import Timer

import waitress
from django.conf import settings

from sosach.findings.notices import refused
from sosach.store import start
from sosach.store.home import Home
from sosach.store.lock import serving

SETTINGS = "sosach.web.settings"
THREADS = 8
LARGEST = 220 << 20  # bytes of an upload: a nation's largest register fits in a hundred million
_KEY = "pages.key"
_LOCAL = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """Where and how."""

    host: str
    port: int  # 0: any that is free
    browser: bool  # opens it


def choose_settings() -> None:
    """Makes Django start with the settings of the pages; before anything else of it."""
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS


def serve(home: Home, how: Served, say: Callable[[str], None]) -> None:
    """Serves until it is stopped.

    Args:
        home: the home, opened.
        how: where.
        say: tells people the address.

    Raises:
        Refused: another process serves this home, or the port is taken.
    """
    with serving(home):
        settings.SECRET_KEY = key_of(home)
        if how.host not in _LOCAL:
            settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, how.host, socket.gethostname()]
        from sosach.web.wsgi import application  # noqa: PLC0415  # the pages are loaded once the key is known

        server = _server(application, how)
        address = f"http://{'127.0.0.1' if how.host in _LOCAL else how.host}:{server.effective_port}/"
        say(address)
        if how.browser:
            Timer(0.3, webbrowser.open, (address,)).start()
        with closing(server):
            server.run()
    start.close()


def key_of(home: Home) -> str:
    """The secret that signs cookies and hides persons in addresses; made once per home."""
    place = home.folder / _KEY
    if not place.exists():
        fresh = place.with_suffix(".new")
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(64), encoding="ascii")
        fresh.replace(place)
    return place.read_text(encoding="ascii")


def _server(application: Callable[..., object], how: Served) -> waitress.server.BaseWSGIServer:
    family = socket.AF_INET6 if ":" in how.host else socket.AF_INET
    try:
        listening = socket.create_server((how.host, how.port), family=family)
    except OSError as failure:
        raise refused("serve_port", value=how.port) from failure
    return waitress.create_server(
        application,
        sockets=[listening],
        threads=THREADS,
        ident=None,
        max_request_body_size=LARGEST,
        clear_untrusted_proxy_headers=True,
    )
