"""A letter about a child that another commune may hold as well."""

import pytest

from sosach.findings.notices import Refused
from sosach.store.desk.held_twice import Doubt, write_held_twice
from tests.store.desk.test_write_papers import words
from tests.store.people import COLLABORATOR, OPERATOR, child
from tests.store.reports.weeks import FIRST_WEEK, register


def doubt(commune: str = "xã Tân Mẫu", code: str = "TE000003") -> Doubt:
    """One child."""
    return Doubt(commune=commune, record_codes=[code], point="Phần mềm báo trùng")


def test_the_name_stands_on_the_closed_sheet_alone(campaign, tmp_path):
    register(tmp_path / "a.xlsx")
    write_held_twice(doubt(), tmp_path / "out", FIRST_WEEK, actor=OPERATOR)
    letter, sheet = (
        words(tmp_path / "out" / f"{stem}.docx") for stem in ("cong-van-phoi-hop-xac-minh", "phieu-kem-dong-phong-bi")
    )
    facts = child(3)
    assert facts["full_name"] not in letter
    assert facts["personal_id"] not in letter
    assert facts["full_name"] in sheet
    assert facts["personal_id"] in sheet


@pytest.mark.parametrize(
    ("asked", "actor", "code"),
    [
        (doubt(commune=" "), OPERATOR, "papers_held_twice"),
        (doubt(code="TE999999"), OPERATOR, "person_none"),
        (doubt(), COLLABORATOR, "right_missing"),
    ],
)
def test_without_commune_child_or_right_nothing_is_written(campaign, tmp_path, asked, actor, code):
    register(tmp_path / "a.xlsx")
    with pytest.raises(Refused) as refused:
        write_held_twice(asked, tmp_path / "out", FIRST_WEEK, actor=actor)
    assert refused.value.notice.code == code
    assert not (tmp_path / "out").exists()
