"""A hamlet's review list, made up for tests."""

from datetime import date

from sosach.campaign.questions import OpenFinding
from sosach.campaign.visit_list import Resident, VisitList, visit_list
from sosach.outputs.visit_workbook import Visit

KEY = bytes(range(32))
VISIT = Visit(
    code="RS-0006", unit="xã Hòa Mẫu", hamlet="Thôn Bến Cỏ", plan="Kế hoạch số 45/KH-UBND ngày 02/6/2026",
    sent_on=date(2026, 6, 16), due=date(2026, 6, 18),
)  # fmt: skip
NO_NUMBER = OpenFinding("personal_id_missing", "no_id", "error", "personal_id")
WRONG_NUMBER = OpenFinding("personal_id_sex", "wrong_id", "warning", "personal_id")
NO_DAY = OpenFinding("birth_date_no_day", "basic_info", "warning", "birth_date")


def resident(person: int, *findings: OpenFinding, **more: object) -> Resident:
    facts: dict[str, object] = {
        "is_child": True, "full_name": f"Nguyễn Bảo {'ABCDEGHIKL'[person]}n", "birth_date": "2019-03-14",
        "sex": "female", "household_code": f"HM-{person // 2:03}", "household_head": "Nguyễn Văn Mẫu", "values": {},
    }  # fmt: skip
    return Resident(person=person, findings=findings, **(facts | more))  # type: ignore[arg-type]


def listed() -> VisitList:
    return visit_list(
        [
            resident(0, NO_NUMBER),
            resident(1, WRONG_NUMBER, NO_DAY, values={"personal_id": "027218700127"}),
            resident(2),
            resident(3, NO_NUMBER, is_child=False, birth_date="1938"),
        ],
        VISIT.code,
        KEY,
    )
