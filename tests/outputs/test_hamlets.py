import pytest

from sosach.outputs import hamlets as room
from sosach.outputs.hamlets import hamlet_names
from tests.outputs.small_register import checked, record


def _names(*writings: str | None) -> dict[str, str]:
    return dict(hamlet_names(checked([record(5 + i, hamlet=text) for i, text in enumerate(writings)], ())))


@pytest.mark.parametrize(
    "writing",
    ["THÔN BÃI DÂU", "thôn bãi dâu", "Bãi Dâu", "T. Bãi Dâu", "T.Bãi Dâu", "Thon Bai Dau", "Thôn Bãi Dâu, xã Hòa Mẫu"],
)
def test_one_hamlet_in_many_writings_is_counted_under_its_usual_name(writing: str) -> None:
    assert _names("Thôn Bãi Dâu", "Thôn Bãi Dâu", writing) == {writing: "Thôn Bãi Dâu"}


@pytest.mark.parametrize("writing", ["Xóm Lò", "T. Xóm Lò", "Lò", "THÔN XÓM LÒ"])
def test_a_kind_may_be_part_of_the_name(writing: str) -> None:
    assert _names("Thôn Xóm Lò", "Thôn Xóm Lò", writing) == {writing: "Thôn Xóm Lò"}


@pytest.mark.parametrize(
    "others",
    [("Thôn Đông", "Thôn Đồng"), ("Thôn 1", "Tổ dân phố 1"), ("Thôn 1", "Thôn 11"), ("Thôn Bãi", "Thôn Bãi Dâu")],
)
def test_two_hamlets_stay_two(others: tuple[str, str]) -> None:
    assert _names(others[0], others[0], others[1]) == {}


def test_a_writing_that_may_be_two_hamlets_stays_apart() -> None:
    assert _names("Thôn 1", "Thôn 1", "Tổ dân phố 1", "1") == {}
    assert _names("Thôn Đông", "Thôn Đồng", "Dong") == {}


def test_persons_without_a_hamlet_and_files_without_hamlets() -> None:
    assert _names(None, None) == {}
    assert hamlet_names(checked((), ())) == {}


def test_a_province_in_one_file_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_MOST_WRITINGS", 1)
    assert _names("Thôn Bãi Dâu", "Bãi Dâu") == {}
