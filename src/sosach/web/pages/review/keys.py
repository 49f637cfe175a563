"""The keys of the review: which they are, to change or to switch off (WCAG 2.2, 2.1.4); remembered by the browser."""

from django.http import HttpResponse
from django.shortcuts import render

from sosach.store.accounts.rights import Right
from sosach.web.frame.page import page
from sosach.web.frame.signed_in import Desk

_ACTS = (
    ("accept", "Chấp nhận đề xuất", "D"),
    ("edit", "Sửa", "S"),
    ("leave", "Để lại, ghi lý do", "B"),
    ("ask", "Hỏi thôn", "H"),
    ("police", "Đưa vào đợt Công an", "C"),
    ("next", "Hồ sơ sau", "J"),
    ("previous", "Hồ sơ trước", "K"),
    ("undo", "Hoàn tác", "U"),
    ("same", "Áp dụng cho các ô giống hệt", "G"),
    ("evidence", "Đến bằng chứng", "E"),
)


@page("phim", name="keys", right=Right.DECIDE)
def keys(request: Desk) -> HttpResponse:
    """The legend of all keys."""
    return render(request, "review/keys.html", {"acts": _ACTS, "section": "review_all"})
