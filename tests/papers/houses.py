"""Houses of a hamlet to be asked."""

from sosach.campaign.questions import OpenFinding
from sosach.campaign.visit_list import Resident, VisitList, visit_list
from sosach.papers.letterhead import office_of
from sosach.papers.sheets import Sheets, sheets_of
from tests.papers import model

_FINDINGS = (
    OpenFinding("personal_id_missing", "no_id", "error", "personal_id"),
    OpenFinding("birth_date_missing", "basic_info", "error", "birth_date"),
    OpenFinding("ethnicity_unknown", "basic_info", "warning", "ethnicity"),
    OpenFinding("full_name_digits", "basic_info", "error", "full_name"),
    OpenFinding("sex_missing", "basic_info", "error", "sex"),
)


def resident(number: int, **facts: object) -> Resident:
    """A child about whom one to three things are asked; two live together."""
    told: dict[str, object] = {
        "person": number, "is_child": True, "full_name": f"Nguyễn Gia Bảo {number}", "birth_date": "2017-05-04",
        "sex": "male", "household_code": f"{number // 2:03}", "household_head": "Nguyễn Văn Mẫu",
        "values": {"personal_id": None}, "findings": _FINDINGS[: 1 + number % 3],
    }  # fmt: skip
    return Resident(**(told | facts))


def listed(*residents: Resident) -> VisitList:
    """The list of some residents."""
    return visit_list(residents, "RS-0006", b"0123456789abcdef")


def sheets(*residents: Resident) -> Sheets:
    """Their sheets."""
    return sheets_of(listed(*residents).rows, office_of(model.plan()), "Thôn Bến", "RS-0006")


def everything(number: int) -> Resident:
    """Somebody about whom five things are asked."""
    return resident(number, findings=_FINDINGS)
