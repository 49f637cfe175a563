"""The log: what was done, by whom, for what reason; whether the chain holds; numbers that were looked at."""

import json
from typing import Any

from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import render

from sosach.store.accounts.rights import ROLES, Right
from sosach.store.log.models import Event
from sosach.store.log.selectors import first_fault, head, undone_operations
from sosach.web.frame.page import page
from sosach.web.frame.rail import ROLE_LABELS
from sosach.web.frame.signed_in import Desk

_SHOWN = 100
KINDS = {
    "campaign": "Bắt đầu chiến dịch",
    "account": "Mở hoặc đổi tài khoản",
    "account_closed": "Khóa tài khoản",
    "password": "Đặt mật khẩu",
    "one_time_codes": "Bật mã xác nhận",
    "sign_in_locked": "Thử sai mật khẩu nhiều lần",
    "deadline": "Gia hạn",
    "import": "Nhập tệp",
    "row_answer": "Nhận mặt dòng chờ",
    "decision": "Quyết định",
    "verdict": "Quyết định khi rà soát",
    "asked": "Hỏi nơi khác",
    "merge": "Gộp hồ sơ",
    "merge_proposed": "Đề nghị gộp",
    "merge_chosen": "Duyệt gộp",
    "merge_declined": "Bỏ đề nghị gộp",
    "two_persons": "Nhớ là hai người",
    "set_aside": "Để lại, có lý do",
    "number_proposed": "Đề nghị thay số định danh",
    "number_replaced": "Duyệt thay số định danh",
    "number_declined": "Bỏ đề nghị thay số",
    "number_seen": "Xem đủ số",
    "undo": "Hoàn tác",
    "police_send": "Chuyển Công an",
    "police_answer": "Nhận kết quả Công an",
    "recipients": "Đổi khóa khôi phục",
    "upload": "Lập tệp cập nhật phần mềm",
    "upload_typed": "Nhận danh sách nhập tay",
    "upload_confirm": "Đối chiếu với phần mềm",
    "report": "Chốt báo cáo",
    "report_edit": "Sửa lời báo cáo",
    "report_approval": "Duyệt báo cáo",
    "civil_taken": "Nhận theo sổ hộ tịch",
    "civil_ruling": "Nhận mặt với sổ hộ tịch",
    "civil_correction": "Chuyển cải chính hộ tịch",
    "visits_send": "Lập phiếu thôn",
    "visits_answer": "Nhận phiếu thôn",
    "met_answer": "Nhận mặt trẻ gặp thêm",
    "plan": "Thay kế hoạch",
    "backup": "Sao lưu",
    "taken_out": "Lấy tệp hoặc xem danh sách có thông tin cá nhân",
    "police_settled": "Quyết định về khác biệt của Công an",
}
UNDOABLE = frozenset(
    {
        "import",
        "row_answer",
        "decision",
        "verdict",
        "asked",
        "merge",
        "merge_chosen",
        "number_replaced",
        "two_persons",
        "set_aside",
    }
)


@page("nhat-ky", name="log", right=Right.VERIFY, methods=("GET", "POST"))
def log(request: Desk) -> HttpResponse:
    """The operations, the latest first; POST walks the chain."""
    before = request.GET.get("truoc", "")
    heads = Event.objects.filter(seq=F("operation"))
    if before.isdecimal():
        heads = heads.filter(seq__lt=int(before))
    found = list(heads.order_by("-seq")[:_SHOWN])
    number, digest = head()
    told: dict[str, Any] = {
        "section": "log",
        "rows": [_row(one) for one in found],
        "older": found[-1].seq if len(found) == _SHOWN else 0,
        "undone": undone_operations(),
        "head_number": number,
        "head_digest": digest[:16],
        "may_undo": Right.UNDO in ROLES[request.actor.role],
        "checked": request.method == "POST",
        "printed": request.POST.get("printed", "").strip(),
    }
    if request.method == "POST":
        told["fault"] = first_fault(told["printed"] or None)
    return render(request, "log/log.html", told)


def _row(event: Event) -> dict[str, Any]:
    details = json.loads(event.details)
    undone = f" việc số {details['operation']}" if event.kind == "undo" else ""
    return {
        "event": event,
        "words": KINDS.get(event.kind, event.kind) + undone,
        "role": ROLE_LABELS.get(event.role, event.role),
        "undoable": event.kind in UNDOABLE,
    }
