"""A backup of the whole home, taken out as one sealed file; only the recovery key opens it."""

from django.http import HttpResponse
from django.shortcuts import render

from sosach.findings.notices import Notice, Refused
from sosach.store.accounts.rights import Right
from sosach.store.desk.back_up import back_up, last_backup
from sosach.store.sealing import recipients
from sosach.store.start import current
from sosach.web.frame.files import download, folder
from sosach.web.frame.page import page
from sosach.web.frame.signed_in import Desk


@page("sao-luu", name="backup", right=Right.BACKUP, methods=("GET", "POST"))
def backup(request: Desk) -> HttpResponse:
    """When the last one was made; POST makes one and hands it out."""
    if request.method == "GET":
        return _shown(request)
    try:
        with folder() as place:
            made = back_up(place / f"sao-luu-{request.today:%Y-%m-%d}.age", actor=request.actor, on=request.today)
            return download(made.file)
    except Refused as refusal:
        return _shown(request, refusal.notice)


def _shown(request: Desk, said: Notice | None = None) -> HttpResponse:
    last = last_backup()
    told = {
        "section": "backup",
        "notice": said,
        "last": last,
        "days": (request.today - last.on).days if last else 0,
        "has_key": bool(recipients(current())),
    }
    return render(request, "backup/backup.html", told, status=422 if said else 200)
