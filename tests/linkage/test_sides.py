import polars as pl

from sosach.linkage.sides import sides_of
from tests.linkage.people_in_rows import child, rows


def test_one_register_stands_on_both_sides():
    sides = sides_of(rows(child(), child()))
    assert sides.within
    assert sides.right is sides.left


def test_the_larger_register_says_how_many_could_be_meant():
    sides = sides_of(rows(child()), rows(*[child()] * 1_500))
    assert not sides.within
    assert sides.among == 1_500


def test_a_short_list_is_a_part_of_a_commune():
    assert sides_of(rows(child())).among == 1_000


def test_the_same_person_is_the_same_numbers_on_both_sides():
    sides = sides_of(rows(child(number="027219600001")), rows({}, child(number="027219600001")))
    ours, theirs = sides.left.row(0, named=True), sides.right.row(1, named=True)
    assert ours == theirs
    assert all(value is None for key, value in sides.right.row(0, named=True).items() if key != "padded")


def test_places_are_the_same_however_they_are_written():
    sides = sides_of(
        rows({"commune": "Hòa Mẫu", "hamlet": "Thôn Gò Me"}), rows({"commune": "HOÀ MẪU", "hamlet": "gò me"})
    )
    assert sides.left["commune"][0] == sides.right["commune"][0]
    assert sides.left["hamlet"][0] == sides.right["hamlet"][0]


def test_a_child_under_its_mothers_number_has_none_of_its_own():
    sides = sides_of(rows(child(number="027193600001", mother_number="027193600001"), child(number="027219600001")))
    assert sides.left["number"].is_null().to_list() == [True, False]
    assert sides.left["mother_number"].is_not_null().to_list() == [True, False]


def test_codes_that_two_registers_count_each_for_itself_are_no_facts():
    ours = rows(*(child(record_code=f"TE{i:03}", household=f"H{i}") for i in range(20)))
    theirs = rows(*(child(record_code=f"KS{i:03}", household=f"G{i}") for i in range(20)))
    sides = sides_of(ours, theirs)
    assert sides.left["record_code"].null_count() == sides.left["household"].null_count() == 20


def test_codes_of_one_system_are():
    ours = rows(*(child(record_code=f"TE{i:03}") for i in range(20)))
    theirs = rows(*(child(record_code=f"TE{i:03}") for i in range(10, 30)))
    sides = sides_of(ours, theirs)
    assert sides.left["record_code"].gather(range(10, 20)).to_list() == sides.right["record_code"].head(10).to_list()


def test_registers_without_rows():
    sides = sides_of(rows(), rows(child()))
    assert (sides.left.height, sides.right.height) == (0, 1)
    assert sides.left.columns == sides.right.columns


def test_types_are_those_of_numbers():
    schema = sides_of(rows(child())).left.schema
    assert pl.String not in schema.values()
