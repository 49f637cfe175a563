"""What the two lists are called."""

import pytest

from sosach.linkage.meeting import Meeting
from sosach.outputs.linking.names import side_names
from tests.engines.lists import AN, birth
from tests.outputs.linking.sides import people

ELSEWHERE = AN | {"address": "Thôn Đông, xã Yên Sơn, tỉnh Bắc Ninh"}


@pytest.mark.parametrize(
    ("meeting", "names"),
    [
        (Meeting.CIVIL, ("Sổ trẻ em", "Sổ khai sinh")),
        (Meeting.EXPORTS, ("Bản cũ", "Bản mới")),
    ],
)
def test_names_by_what_the_lists_are(tmp_path, meeting, names):
    assert (
        side_names(meeting, people(tmp_path / "a", "children", AN), people(tmp_path / "b", "births", birth(AN)))
        == names
    )


def test_communes_are_called_by_their_names(tmp_path):
    one, other = people(tmp_path / "a", "children", AN), people(tmp_path / "b", "children", ELSEWHERE)
    assert side_names(Meeting.COMMUNES, one, other) == ("Hòa Mẫu", "Yên Sơn")
