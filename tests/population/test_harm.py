"""What an injury is made of."""

import polars as pl

from sosach.population.harm import BESIDE, PLACE, TURN, in_turn, injury, name_of, number_injury, only, untidiness
from sosach.registers.field import Kind


def test_an_injury_is_called_after_its_file():
    assert name_of("sosach.population.injuries.sex_missing") == "sex_missing"


def test_same_injury_in_several_registers():
    made = injury("x.lost", "code", "full_name", {"full_name": pl.lit(None)}, weight=3)
    assert [(i.register, i.name, i.weight) for i in made] == [("children", "lost", 3), ("beneficiaries", "lost", 3)]


def test_numbers_of_relatives_are_injured_too_under_their_own_codes():
    codes = {i.rule for i in number_injury("x.y", "length", lambda number: number + "1", weight=5)}
    assert codes == {
        "personal_id_length",
        "father_personal_id_length",
        "mother_personal_id_length",
        "guardian_personal_id_length",
        "carer_personal_id_length",
    }


def test_only_the_persons_own_number_is_injured_often():
    weights = {i.field: i.weight for i in number_injury("x.y", "length", lambda number: number, weight=5)}
    assert weights["personal_id"] == 5
    assert weights["father_personal_id"] == 1


def test_kinds_take_turns():
    frame = pl.DataFrame({TURN: [0, 1, 2, 3], "cell": ["a", "b", "c", "d"]})
    assert frame.select(in_turn("x", None, pl.col("cell"))).to_series().to_list() == ["x", None, "c", "x"]


def test_what_a_file_must_have_is_told_by_the_cells():
    cells = {"personal_id": pl.col(f"phone{BESIDE}") + pl.col(PLACE).cast(pl.String) + pl.col(TURN).cast(pl.String)}
    (made,) = injury("x.y", "code", "personal_id", cells, registers=("children",))
    assert made.looks_at() == {"personal_id", "phone"}


def test_untidiness_is_in_every_field_of_its_kind():
    made = untidiness("x.capitals", Kind.NAME, lambda name: name.str.to_uppercase(), share=0.1)
    assert {("children", "mother_name"), ("births", "full_name")} <= {(u.register, u.field) for u in made}
    assert {u.rule for u in made} == {None}


def test_untidiness_may_be_told_of_one_field_only():
    made = untidiness("x.y", Kind.NAME, lambda name: name, share=0.1, rule=only("full_name", "code"))
    assert {u.field for u in made if u.rule} == {"full_name"}
