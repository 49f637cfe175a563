"""What differs between two reports."""

from dataclasses import replace

from hypothesis import given

from sosach.papers.differences import LABELS, as_told, differences
from sosach.papers.register_figures import PERSONS
from sosach.papers.standing import Stage
from tests.papers import model
from tests.papers.strategies import registers


def test_a_person_uploaded_after_all_is_told_with_both_figures():
    old = model.told()
    now = dict(old.now)
    person = next(p for p, one in now.items() if one.stage is Stage.READY_TO_UPLOAD)
    now[person] = replace(now[person], stage=Stage.UPLOADED)
    found = {one.figure: one for one in differences("children", old, replace(old, now=now))}
    assert set(found) == {"ready_to_upload", "uploaded", "remaining"}
    assert found["uploaded"].come == (person,)
    assert found["uploaded"].sentence == ("Đã cập nhật lên phần mềm: trước 93, nay 94 (01 hồ sơ được tính thêm).")
    assert as_told(found["remaining"])["gone"] == 1
    assert "come" in as_told(found["remaining"])
    assert not any(isinstance(value, tuple) for value in as_told(found["remaining"]).values())


@given(registers(), registers())
def test_persons_who_came_and_went_explain_every_change(one, other):
    for found in differences("children", one, other):
        assert found.now - found.before == len(found.come) - len(found.gone)


def test_what_is_compared_is_a_figure():
    assert set(LABELS) <= set(PERSONS)
    assert differences("children", model.told(), model.told()) == []
