"""What differs between two reports: figure by figure, with the persons who came to be counted and who no longer are.

A correction is explained by it, and so is a week beside the week before.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sosach.papers.register_figures import Told, behind
from sosach.papers.words import counted

# The figures that people compare, as they read them.
LABELS: Mapping[str, str] = {
    "closing": "số người cuối kỳ",
    "id_valid": "có số định danh đúng cấu trúc",
    "id_missing": "không có số định danh",
    "id_wrong": "số định danh sai hoặc cần xác minh",
    "to_review": "thuộc đối tượng rà soát",
    "reviewed": "đã rà soát",
    "not_reviewed": "chưa rà soát",
    "awaiting_registration": "chờ đăng ký khai sinh",
    "awaiting_civil": "chờ đối chiếu hộ tịch",
    "at_police": "đang đối chiếu tại Công an xã",
    "returned_open": "đã có kết quả, đang xử lý tiếp",
    "ready_to_upload": "sẵn sàng cập nhật",
    "uploaded": "đã cập nhật lên phần mềm",
    "remaining": "còn lại",
    "confirmed": "phần mềm đã ghi nhận",
    "missing": "phần mềm chưa ghi nhận",
    "different": "phần mềm ghi khác",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure that is another one now."""

    register: str
    figure: str
    before: int
    now: int
    come: tuple[int, ...]  # persons counted now who were not
    gone: tuple[int, ...]  # persons counted before who are not any more

    @property
    def label(self) -> str:
        """What the figure counts."""
        return LABELS[self.figure]

    @property
    def sentence(self) -> str:
        """The difference in words."""
        told = f"{self.label[0].upper()}{self.label[1:]}: trước {counted(self.before)}, nay {counted(self.now)}"
        parts = [
            f"{counted(len(many))} hồ sơ {said}"
            for many, said in ((self.come, "được tính thêm"), (self.gone, "không còn được tính"))
            if many
        ]
        return f"{told} ({', '.join(parts)})."


def differences(register: str, before: Told, now: Told) -> list[Difference]:
    """The figures of a register that differ between two reports, those too where as many came as went."""
    found: list[Difference] = []
    for figure in LABELS:
        old, new = set(behind(figure, before)), set(behind(figure, now))
        if old != new:
            come, gone = tuple(sorted(new - old)), tuple(sorted(old - new))
            found.append(Difference(register, figure, len(old), len(new), come, gone))
    return found


def as_told(difference: Difference) -> dict[str, Any]:
    """As figures.json tells it: numbers, no persons."""
    return {
        "register": difference.register,
        "figure": difference.figure,
        "before": difference.before,
        "now": difference.now,
        "come": len(difference.come),
        "gone": len(difference.gone),
    }
