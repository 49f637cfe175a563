"""What is shown when something cannot be done: one sentence, one step to take, and never what is behind the door."""

import logging
import secrets
import sys
import traceback

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from sosach.findings.notices import Notice, Refused
from sosach.web.frame.headers import Answer

_log = logging.getLogger("sosach.web")

# What is refused because it is nobody's business is not there at all.
_HIDDEN = frozenset(
    {
        "right_missing",
        "register_none",
        "person_none",
        "operation_none",
        "waiting_none",
        "police_batch_none",
        "report_none",
        "job_none",
        "upload_code_none",
        "visits_code_none",
    }
)
# Somebody else was quicker, or the order of steps was not kept.
_CONFLICTS = frozenset({"person_changed", "undo_twice", "undo_depends", "undo_later_import", "waiting_answered"})


def refusals(answer: Answer) -> Answer:
    """Middleware: a refusal of a service that no view has caught becomes a page."""

    def with_refusals(request: HttpRequest) -> HttpResponse:
        return answer(request)

    def process_exception(request: HttpRequest, failure: Exception) -> HttpResponse | None:
        return refused_page(request, failure.notice) if isinstance(failure, Refused) else None

    with_refusals.process_exception = process_exception  # type: ignore[attr-defined]  # Django looks for it there
    return with_refusals


def refused_page(request: HttpRequest, said: Notice) -> HttpResponse:
    """The page of a refusal."""
    if said.code in _HIDDEN:
        return not_here(request, Http404())
    status = 409 if said.code in _CONFLICTS else 422
    return render(request, "frame/refused.html", {"notice": said}, status=status)


def not_here(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is no such page, or not for everybody."""
    return render(request, "frame/not_here.html", status=404)


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The request makes no sense."""
    return HttpResponse("Yêu cầu không hợp lệ.", status=400, content_type="text/plain; charset=utf-8")


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that was not ours, or was open for too long."""
    return render(request, "frame/forged.html", status=403)


def broken(request: HttpRequest) -> HttpResponse:
    """A fault of the program: a number to tell, nothing else."""
    number = secrets.token_hex(4)
    kind, _, trace = sys.exc_info()
    place = request.resolver_match.view_name if request.resolver_match else "?"
    frames = "".join(traceback.format_tb(trace))  # without the message, which may quote somebody's values
    _log.error("fault %s at %s: %s\n%s", number, place, kind.__name__ if kind else "", frames)
    return render(request, "frame/broken.html", {"number": number}, status=500)
