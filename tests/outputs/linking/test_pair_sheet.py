"""Pairs stand side by side, what differs is marked, and the code leads back to the two persons."""

from sosach.forms.pair_decisions import persons_of
from sosach.linkage.decided import Decision, Ruling
from sosach.linkage.duplicates import duplicates
from sosach.linkage.person_key import parts_of
from sosach.outputs.linking.pair_sheet import Deciding, agreeing_columns, in_order, pair_columns
from tests.engines.lists import AN, CUONG, DUNG
from tests.outputs.linking.sides import side

AGAIN = AN | {"record_code": "TE9", "full_name": "Nguyễn Hòa Ân", "personal_id": None, "hamlet": "Thôn Bến Cỏ"}
NOTHING = Deciding({})


def found(tmp_path, *rows):
    one, other = side(tmp_path / "a", "A", *rows), side(tmp_path / "b", "B", *rows)
    return duplicates(one.persons.facts).pairs.rename({"a": "left", "b": "right"}), one, other


def by_heading(columns):
    return {(c.upper, c.title): c for c in columns}


def test_both_values_stand_beside_each_other_and_differences_are_marked(tmp_path):
    columns = by_heading(pair_columns(*found(tmp_path, AN, AGAIN), NOTHING))
    name, mother = columns["Họ và tên", "B"], columns["Mẹ", "B"]
    assert (list(columns["Họ và tên", "A"].entries), list(name.entries)) == (["Nguyễn Hòa An"], ["Nguyễn Hòa Ân"])
    assert (list(name.marks), list(mother.marks)) == (["warning"], [None])
    assert list(columns["Thôn", "A"].marks) == ["warning"]
    assert list(columns["Số định danh", "A"].marks) == [None]  # one side has none: nothing to compare


def test_other_way_of_writing_is_not_marked(tmp_path):
    columns = by_heading(
        pair_columns(*found(tmp_path, AN, AN | {"full_name": "NGUYỄN HOÀ AN", "record_code": "TE9"}), NOTHING)
    )
    assert list(columns["Họ và tên", "A"].marks) == [None]


def test_code_leads_to_the_two_persons_and_is_out_of_sight(tmp_path):
    code = by_heading(pair_columns(*found(tmp_path, AN, AGAIN), NOTHING))["", "Mã cặp (không sửa)"]
    keys = persons_of(code.entries[0])
    assert keys is not None
    assert all(map(parts_of, keys))
    assert keys[0] != keys[1]
    assert code.hidden


def test_earlier_decision_stands_in_its_columns(tmp_path):
    decided = Deciding({(0, 1): Decision(one="x", other="y", ruling=Ruling.OPEN, note="chờ thôn")})
    columns = by_heading(pair_columns(*found(tmp_path, AN, AGAIN), decided))
    assert list(columns["", "Kết luận"].entries) == ["Chưa rõ"]
    assert list(columns["", "Ghi chú của người xem"].entries) == ["chờ thôn"]


def test_nobody_is_certain_because_a_computer_says_so(tmp_path):
    likely = by_heading(pair_columns(*found(tmp_path, AN, AGAIN), NOTHING))["", "Khả năng"].entries
    assert set(likely) <= {"trên 99 %"} | {f"{n} %" for n in range(1, 100)}


def test_pairs_stand_by_hamlet_and_given_name(tmp_path):
    rows = [p | {"record_code": p["record_code"] + suffix} for p in (AN, DUNG, CUONG) for suffix in ("", "x")]
    pairs, one, _ = found(tmp_path, *rows)
    same = in_order(pairs.filter(verdict="same"), one)
    assert one.texts("full_name", same["left"]) == ["Lê Văn Cường", "Nguyễn Hòa An", "Vũ Thị Dung"]


def test_those_who_agree_are_listed_shortly(tmp_path):
    titles = [c.title for c in agreeing_columns(*found(tmp_path, AN, AGAIN), NOTHING)]
    assert "Vì sao" not in titles
    assert "Kết luận" in titles
