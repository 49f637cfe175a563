import polars as pl
import pytest

from sosach.findings.finding import Group, Severity
from sosach.ids import personal_id
from sosach.registers.field import RELATIVES
from sosach.rules.numbers import birth_year, contradicts, fault, fits, of_relatives, words
from sosach.rules.rule import Variant


def _record(**facts):
    known = {"personal_id": "027215600001", "sex": "male", "birth_date": "2015-08-16", **facts}
    return pl.DataFrame(known, schema_overrides=dict.fromkeys(known, pl.String))


@pytest.mark.parametrize(("date", "year"), [("2015-08-16", 2015), ("2015-08", 2015), ("2015", 2015), (None, None)])
def test_year_of_a_date_however_precise(date, year):
    assert _record(birth_date=date).select(birth_year()).item() == year


@pytest.mark.parametrize(
    ("facts", "fitting", "contradicting"),
    [
        ({}, True, False),
        ({"birth_date": "2015"}, True, False),
        ({"sex": "female"}, False, True),
        ({"birth_date": "2014-08-16"}, False, True),
        ({"sex": None}, False, False),
        ({"birth_date": None}, False, False),
        ({"personal_id": "003215600001"}, False, False),
        ({"personal_id": None}, False, False),
    ],
)
def test_what_is_unknown_neither_fits_nor_contradicts(facts, fitting, contradicting):
    record = _record(**facts)
    assert record.select(fits()).item() is fitting
    assert record.select(contradicts(pl.col("personal_id"))).item() is contradicting


def test_empty_state_is_no_fault():
    states = pl.DataFrame({"personal_id__state": pl.Series(["length", "good", None], dtype=personal_id.STATES)})
    assert states.select(fault("personal_id", "length", "other")).to_series().to_list() == [True, False, None]


def test_words_of_twelve_digits_and_of_fewer():
    columns = {f"personal_id__{name}": None for name in ("digits", "note", "letters")}
    said = _record(**columns).select(**{name: pl.Expr.cast(word, pl.String) for name, word in words().items()})
    told = said.row(0, named=True)
    assert {n: told[n] for n in ("prefix", "digit4", "id_sex", "id_birth_year")} == {
        "prefix": "027",
        "digit4": "2",
        "id_sex": "nam",
        "id_birth_year": "2015",
    }
    fewer = _record(**{**columns, "personal_id": None, "personal_id__digits": "1215600001"}).select(**words())
    assert (fewer["digits"].item(), fewer["zeros"].item()) == (10, 2)


def test_every_relative_gets_the_rule_under_its_own_name():
    made = of_relatives(
        "sosach.rules.relatives.personal_id_length",
        label="Số {relative} thiếu/thừa",
        severity=Severity.ERROR,
        broken=lambda number: fault(number, "length"),
        variants=lambda number: (Variant(message="Số của {relative} chưa đúng."),),
        next_step="Hỏi {relative}.",
        reason="Số định danh có 12 chữ số.",
    )
    assert [rule.code for rule in made] == [f"{who}_personal_id_length" for who in RELATIVES]
    assert [rule.label for rule in made][-2:] == ["Số giám hộ thiếu/thừa", "Số chăm sóc thiếu/thừa"]
    assert {rule.group for rule in made} == {Group.BASIC_INFO}
    assert made[2].next_step == "Hỏi người giám hộ."
