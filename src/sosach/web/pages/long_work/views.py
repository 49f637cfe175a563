"""How far a long work is: asked again every second, or by loading the page again; at its end it leads to its result."""

from datetime import datetime

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from sosach.store import jobs
from sosach.web.frame.clock import now
from sosach.web.frame.page import is_htmx, page
from sosach.web.frame.signed_in import Desk

STAGES = {
    "reading": "Đọc tệp",
    "matching": "Tìm xem mỗi dòng là của ai",
    "writing": "Ghi vào sổ",
    "births": "Đặt cạnh sổ hộ tịch",
    "findings": "Rà soát lại từng hồ sơ",
    "preparing": "Lập tệp và bằng chứng",
    "comparing": "Đối chiếu với lần cập nhật trước",
    "sealing": "Niêm phong và đọc lại bản sao lưu",
}


@page("viec-dai/<str:key>", name="job")
def job(request: Desk, key: str) -> HttpResponse:
    """One work of one's own."""
    one = jobs.job_of(key, actor=request.actor)
    if one.state == jobs.DONE:
        request.session.update(one.told)
        jobs.seen(one)
        if is_htmx(request):
            return HttpResponse(status=204, headers={"HX-Redirect": one.link})
        return HttpResponseRedirect(one.link)
    stage = one.stage
    seconds = int((now() - datetime.fromisoformat(one.at)).total_seconds())
    told = {
        "job": jobs.seen(one),
        "running": one.state == jobs.RUNNING,
        "stage": stage,
        "words": STAGES.get(stage, "Bắt đầu"),
        "changed": request.GET.get("buoc", "") != stage,
        "minutes": seconds // 60,
        "seconds": seconds % 60,
    }
    template = "long_work/progress.html" if is_htmx(request) else "long_work/job.html"
    return render(request, template, told)
