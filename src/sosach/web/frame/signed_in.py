"""Who is signed in. All is closed to strangers but what says otherwise; after 15 idle minutes one is a stranger."""

from datetime import date
from typing import TYPE_CHECKING, cast
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import rotate_token

from sosach.store import jobs
from sosach.store.accounts.models import Account
from sosach.store.log.act import Actor
from sosach.store.sign_in.models import Credential
from sosach.store.sign_in.selectors import actor_of, credential_of
from sosach.store.sign_in.session_store import ACCOUNT, DEVICE, SEEN, STARTED
from sosach.web.frame.clock import now, today
from sosach.web.frame.headers import Answer

MUST_CHANGE = "must_change"  # in the session: somebody else has set the password
PROVEN = "proven"  # in the session: the second proof was given, or none is asked for
_TOUCH = 60  # seconds after which a sign of life is written down again
_SIGN_IN = "/dang-nhap"
_WATCHED = "/viec-dai/"

if TYPE_CHECKING:
    from django.contrib.sessions.backends.base import SessionBase


class Desk(HttpRequest):
    """A request of somebody who is signed in."""

    session: "SessionBase"
    account: Account
    actor: Actor
    today: date


def desk(request: HttpRequest) -> Desk:
    """The same request, known to be of somebody who is signed in."""
    return cast("Desk", request)


def is_stranger(request: HttpRequest) -> bool:
    """Whether nobody is signed in."""
    return getattr(request, "actor", None) is None


def signed_in(answer: Answer) -> Answer:
    """Middleware: sets `account`, `actor` and `today`; they are those of this very moment."""

    def with_actor(request: HttpRequest) -> HttpResponse:
        request = desk(request)
        request.today = today()
        found = actor_of(_account(request)) if request.session.get(PROVEN) else None
        if found is None:
            request.account = request.actor = None  # type: ignore[assignment]  # a stranger; `page` keeps them out
        else:
            request.account, request.actor = found
        return answer(request)

    return with_actor


def _account(request: Desk) -> int | None:
    """The account of a session that is not too old."""
    account: int | None = request.session.get(ACCOUNT)
    if account is None:
        return None
    moment = now().timestamp()
    if moment - request.session.get(STARTED, 0) > settings.SESSION_LONGEST:
        request.session.flush()
        return None
    if moment - request.session.get(SEEN, 0) > _TOUCH and not _is_watching(request) and not jobs.is_running():
        request.session[SEEN] = moment
    return account


def _is_watching(request: Desk) -> bool:
    """Whether the page asks by itself how far a work is: that is no sign of life."""
    return request.path.startswith(_WATCHED) and request.headers.get("HX-Request") is not None


def begin_session(request: HttpRequest, credential: Credential) -> None:
    """A fresh session for whoever has shown name and password; it opens nothing yet where a code is asked for."""
    request.session.flush()
    moment = now().timestamp()
    rotate_token(request)
    request.session.update({ACCOUNT: credential.account_id, STARTED: moment, SEEN: moment, DEVICE: _device(request)})
    if credential.must_change:
        request.session[MUST_CHANGE] = True
    if not credential.secret:
        request.session[PROVEN] = True


def pending(request: HttpRequest) -> Credential | None:
    """Whose password was right and whose code is still to come."""
    account = request.session.get(ACCOUNT)
    return credential_of(account) if account is not None and not request.session.get(PROVEN) else None


def prove(request: HttpRequest) -> None:
    """The code was right: the session gets a new key and opens everything."""
    rotate_token(request)
    request.session.cycle_key()
    request.session[PROVEN] = True


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """Strangers are led to the door, and afterwards to where they wanted to go."""
    place = f"{_SIGN_IN}?next={quote(request.get_full_path())}" if request.method == "GET" else _SIGN_IN
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": _SIGN_IN})
    return HttpResponseRedirect(place)


def _device(request: HttpRequest) -> str:
    """Browser and system in words, as far as they tell."""
    told = request.headers.get("User-Agent", "")
    browsers = (
        ("Edg/", "Edge"),
        ("Firefox/", "Firefox"),
        ("CocCoc", "Cốc Cốc"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    )
    systems = (
        ("Windows", "Windows"),
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    )
    browser = next((word for mark, word in browsers if mark in told), "")
    system = next((word for mark, word in systems if mark in told), "")
    return ", ".join(filter(None, (browser, system)))
