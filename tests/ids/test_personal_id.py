"""Personal numbers: their structure, the fault that speaks, and repairs that are proven."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sosach.ids import personal_id
from sosach.text import cells
from tests.ids.numbers import LOOK_ALIKES, Person, persons

GIRL = Person("027315600001", "female", 2015)
FROM_HANOI = Person("001215600001", "male", 2015)


def told(expression: pl.Expr) -> object:
    return pl.select(expression).item()


@dataclass(frozen=True, slots=True)
class Row:
    """A cell and what its row says of the person."""

    cell: str
    sex: str | None = None
    birth_year: int | None = None
    insurance: str | None = None
    shown: str | None = None  # where Excel shows something else than the cell holds


def judged(rows: Sequence[Row]) -> list[dict[str, object]]:
    """The rows after reading and judging, as cleaning does it, with the repairs that rules offer."""
    found = personal_id.read(pl.Series([row.cell for row in rows], dtype=pl.String))
    frame = found.rename({name: f"n__{name}" for name in found.columns if name != "value"}).rename({"value": "n"})
    frame = frame.with_columns(
        pl.Series("n__raw", [row.shown or row.cell.strip("".join(cells.MARKS)) for row in rows], dtype=pl.String),
        pl.Series("sex", [row.sex for row in rows], dtype=pl.String),
        pl.Series("year", [row.birth_year for row in rows], dtype=pl.Int32),
        pl.Series("card", [row.insurance for row in rows], dtype=pl.String),
    )
    sex, year, digits = pl.col("sex"), pl.col("year"), pl.col("n__digits")
    return frame.with_columns(
        personal_id.fault("n", sex=sex, birth_year=year, insurance=pl.col("card")).alias("n__state"),
        personal_id.padded(digits).alias("padded"),
        personal_id.fitting(digits, sex=sex, birth_year=year).alias("fitting"),
    ).rows(named=True)


def of(person: Person, cell: str, insurance: str | None = None) -> Row:
    """The cell in the row of somebody whose sex and year of birth are known."""
    return Row(cell, person.sex, person.birth_year, insurance)


def speaking(
    cell: str, person: Person | None = GIRL, *, insurance: str | None = None, shown: str | None = None
) -> dict[str, object]:
    """One cell, judged; without a person the row says nothing."""
    sex, year = (person.sex, person.birth_year) if person else (None, None)
    return judged([Row(cell, sex, year, insurance, shown)])[0]


def proven(row: dict[str, object]) -> object:
    """What is offered as proven: see the rules about lost zeros, shortened numbers and two numbers."""
    state = row["n__state"]
    if state == "lost_zero" or (state == "scientific" and row["n__digits"]):
        return row["padded"]
    if state == "two_numbers":
        return row["fitting"]
    if state in ("good", "separators", "label", "shown"):
        return row["n"]
    return None


class TestStructure:
    @given(persons())
    def test_a_number_tells_sex_and_year_of_birth(self, person: Person):
        number = pl.lit(person.number)
        assert told(personal_id.sex_of(number)) == person.sex
        assert told(personal_id.birth_year_of(number)) == person.birth_year
        assert told(personal_id.prefix_is_home(number))
        assert told(personal_id.prefix_is_known(number))
        assert not told(personal_id.prefix_is_abroad(number))

    @pytest.mark.parametrize(
        ("number", "sex", "year"),
        [
            ("027099600001", "male", 1999),
            ("027100600001", "female", 1900),
            ("027200600001", "male", 2000),
            ("027399600001", "female", 2099),
            ("027400600001", "male", 2100),
            ("027999600001", "female", 2399),
        ],
    )
    def test_centuries_meet_at_the_right_digit(self, number: str, sex: str, year: int):
        assert told(personal_id.sex_of(pl.lit(number))) == sex
        assert told(personal_id.birth_year_of(pl.lit(number))) == year

    @pytest.mark.parametrize("prefix", ["000", "003", "028", "090", "097", "099", "100", "296", "999"])
    def test_prefixes_never_given_are_unknown(self, prefix: str):
        assert not told(personal_id.prefix_is_known(pl.lit(f"{prefix}215600001")))

    @pytest.mark.parametrize("prefix", ["101", "174", "200", "295"])
    def test_countries_are_known_and_abroad(self, prefix: str):
        number = pl.lit(f"{prefix}215600001")
        assert told(personal_id.prefix_is_known(number))
        assert told(personal_id.prefix_is_abroad(number))
        assert not told(personal_id.prefix_is_home(number))

    def test_provinces_merged_in_2025_keep_their_prefixes(self):
        assert told(personal_id.prefix_is_home(pl.lit("024215600001")))
        assert told(personal_id.prefix_is_home(pl.lit("027215600001")))

    def test_nothing_is_told_of_an_empty_cell(self):
        nothing = pl.lit(None, dtype=pl.String)
        for told_of in (
            personal_id.sex_of,
            personal_id.birth_year_of,
            personal_id.prefix_of,
            personal_id.prefix_is_known,
        ):
            assert told(told_of(nothing)) is None
        assert told(personal_id.padded(nothing)) is None

    def test_agreement_needs_every_fact(self):
        number, sex, year = pl.lit(GIRL.number), pl.lit("female"), pl.lit(2015)
        nothing = pl.lit(None, dtype=pl.String)
        assert told(personal_id.agrees(number, sex=sex, birth_year=year))
        assert told(personal_id.agrees(number, sex=nothing, birth_year=year)) is False
        assert told(personal_id.agrees(number, sex=sex, birth_year=nothing.cast(pl.Int32))) is False
        assert told(personal_id.agrees(number, sex=pl.lit("male"), birth_year=year)) is False
        assert told(personal_id.agrees(number, sex=sex, birth_year=pl.lit(2014))) is False
        assert told(personal_id.agrees(pl.lit("003315600001"), sex=sex, birth_year=year)) is False


class TestTidyCells:
    def test_twelve_digits_need_no_reading(self):
        assert told(personal_id.tidy(pl.lit(GIRL.number)))

    @pytest.mark.parametrize("cell", ["000000000000", "111111111111", "999999999999", "123456789012", "012345678901"])
    def test_placeholders_of_twelve_digits_are_read(self, cell: str):
        assert not told(personal_id.tidy(pl.lit(cell)))
        assert speaking(cell)["n__state"] == "placeholder"

    @pytest.mark.parametrize(
        "cell", [" 027315600001", "027 315600001", "02731560000", cells.SHOWN + "027315600001", "０" * 12]
    )
    def test_anything_else_is_read(self, cell: str):
        assert not told(personal_id.tidy(pl.lit(cell)))

    @given(persons())
    def test_reading_a_tidy_cell_would_change_nothing(self, person: Person):
        assume(told(personal_id.tidy(pl.lit(person.number))))
        row = personal_id.read(pl.Series([person.number])).row(0, named=True)
        assert (row["value"], row["state"]) == (person.number, "good")


class TestLostZeros:
    @pytest.mark.parametrize(
        "cell", ["27315600001", cells.NUMBER + "27315600001", cells.NUMBER + "27315600001.0", "273.156.00001"]
    )
    def test_one_zero_is_proven_by_sex_and_year(self, cell: str):
        row = speaking(cell)
        assert (row["n__state"], row["padded"]) == ("lost_zero", GIRL.number)

    def test_two_zeros_are_proven_by_sex_and_year(self):
        row = speaking("1215600001", FROM_HANOI)
        assert (row["n__state"], row["padded"]) == ("lost_zero", FROM_HANOI.number)

    @pytest.mark.parametrize(
        ("sex", "year"), [("male", 2015), ("female", 2014), (None, 2015), ("female", None), (None, None)]
    )
    def test_a_doubt_is_never_proven(self, sex: str | None, year: int | None):
        (row,) = judged([Row("27315600001", sex, year)])
        assert (row["n__state"], row["padded"]) == ("lost_zero_unsure", GIRL.number)

    def test_an_unknown_prefix_is_no_lost_zero(self):
        assert speaking("3315600001")["n__state"] == "length"
        assert speaking("99315600001")["n__state"] == "length"

    def test_a_digit_dropped_by_hand_is_no_lost_zero(self):
        assert speaking("02731560000")["n__state"] == "length"
        assert speaking("02315600001")["n__state"] == "length"

    def test_a_century_to_come_is_no_lost_zero(self):
        assert speaking("27915600001", None)["n__state"] == "length"

    @pytest.mark.parametrize("cell", ["0273156000011", "0027315600001", "2731560000112"])
    def test_thirteen_digits_are_not_repaired_though_a_good_number_is_inside(self, cell: str):
        row = speaking(cell)
        assert (row["n__state"], row["padded"], proven(row)) == ("length", None, None)

    def test_a_foreign_prefix_loses_nothing(self):
        row = speaking(cells.NUMBER + "174315600001")
        assert (row["n"], row["n__state"]) == ("174315600001", "good")


class TestShortenedNumbers:
    def test_excel_shows_the_notation_but_holds_every_digit(self):
        row = speaking(cells.NUMBER + "27315600001", shown="2.73156E+10")
        assert (row["n__state"], proven(row)) == ("scientific", GIRL.number)

    def test_every_digit_without_agreement_is_a_possible_lost_zero(self):
        row = speaking(cells.NUMBER + "27315600001", None, shown="2.73156E+10")
        assert (row["n__state"], proven(row)) == ("lost_zero_unsure", None)

    @pytest.mark.parametrize("cell", ["2.7316E+10", "2,7316E+10"])
    def test_lost_digits_do_not_come_back(self, cell: str):
        row = speaking(cell)
        assert (row["n__state"], row["n__digits"], proven(row)) == ("scientific", None, None)


class TestTwoNumbers:
    def test_the_one_that_fits_is_proven(self):
        assert proven(speaking(f"125128429/{GIRL.number}")) == GIRL.number
        assert proven(speaking(f"027190600002 {GIRL.number}")) == GIRL.number

    def test_two_that_fit_prove_nothing(self):
        row = speaking(f"027315600002/{GIRL.number}")
        assert (row["n__state"], proven(row)) == ("two_numbers", None)

    def test_none_that_fits_proves_nothing(self):
        assert proven(speaking(f"125128429/{FROM_HANOI.number}")) is None
        assert proven(speaking(f"125128429/{GIRL.number}", None)) is None

    def test_a_list_of_numbers_proves_nothing(self):
        assert proven(speaking(" ".join([GIRL.number] + [f"02709060000{i}" for i in range(4)]))) is None


class TestOtherKinds:
    @pytest.mark.parametrize("cell", ["0999012345", "0999 012 345", "+84 999 012 345", cells.NUMBER + "999012345"])
    def test_mobile_numbers(self, cell: str):
        assert speaking(cell)["n__state"] == "phone"

    @pytest.mark.parametrize("cell", ["125128429", cells.NUMBER + "12512842", "CMND 125 128 429", "316983218"])
    def test_old_identity_cards(self, cell: str):
        assert speaking(cell)["n__state"] == "cmnd"

    def test_the_letters_of_an_insurance_card(self):
        assert speaking("TE1272760970995")["n__state"] == "health_insurance"

    def test_ten_digits_are_insurance_only_beside_the_same_card(self):
        assert speaking("2760970995", insurance="TE1272760970995")["n__state"] == "health_insurance"
        assert speaking("2760970995", insurance="TE1272760970996")["n__state"] != "health_insurance"
        assert speaking("2760970995")["n__state"] != "health_insurance"

    def test_a_number_that_agrees_is_a_lost_zero_before_it_is_anything_else(self):
        row = speaking("1215600001", FROM_HANOI, insurance="TE1271215600001")
        assert row["n__state"] == "lost_zero"

    def test_ten_digits_with_a_check_digit_are_a_tax_code(self):
        assert speaking("9999999997")["n__state"] == "tax"

    def test_a_possible_number_that_nothing_contradicts_is_no_tax_code(self):
        # 1090600005 passes the check by chance; padded it would be a man of Hà Nội born in 1990.
        assert speaking("1090600005", None)["n__state"] == "lost_zero_unsure"
        assert speaking("1090600005", FROM_HANOI)["n__state"] in ("tax", "lost_zero_unsure")

    def test_birth_certificates_and_the_rest_keep_what_their_shape_tells(self):
        assert speaking("125/2018")["n__state"] == "birth_cert"
        assert speaking("B1234567")["n__state"] == "other"

    @pytest.mark.parametrize(
        ("cell", "state"),
        [
            ("027*****0001", "masked"),
            ("027315600001 (mẹ)", "note"),
            ("O27315600001", "lookalike"),
            ("chưa có", "placeholder"),
            (cells.ERROR + "#N/A", "error_cell"),
            ("027 315 600 001", "separators"),
            ("CCCD: 027315600001", "label"),
            (cells.SHOWN + "027315600001", "shown"),
        ],
    )
    def test_what_the_shape_tells_speaks_first(self, cell: str, state: str):
        assert speaking(cell)["n__state"] == state

    def test_an_empty_cell_has_no_fault(self):
        frame = pl.DataFrame(
            {"n__state": [None], "n__digits": [None], "n__raw": [None]},
            schema={"n__state": personal_id.STATES, "n__digits": pl.String, "n__raw": pl.String},
        )
        nothing = pl.lit(None, dtype=pl.String)
        fault = personal_id.fault("n", sex=nothing, birth_year=nothing.cast(pl.Int32), insurance=nothing)
        assert frame.select(fault).item() is None


def _separated(number: str, sign: str) -> str:
    return sign.join([number[:3], number[3:6], number[6:9], number[9:]])


# Every way of domain knowledge in which one number is damaged; for all but the relative's the number itself stays true.
DAMAGES = {
    "zeros dropped by a number cell": lambda n, _: cells.NUMBER + n.lstrip("0"),
    "zeros dropped, saved as text": lambda n, _: n.lstrip("0"),
    "decimal tail": lambda n, _: n.lstrip("0") + ".0",
    "shortened as text": lambda n, _: f"{int(n):.4E}",
    "shortened, then a number again": lambda n, _: cells.NUMBER + f"{float(f'{int(n):.5E}'):.0f}",
    "shortened with a comma": lambda n, _: f"{int(n):.4E}".replace(".", ","),
    "apostrophe": lambda n, _: "'" + n,
    "dots": lambda n, _: _separated(n, "."),
    "spaces that do not break": lambda n, _: _separated(n, "\u00a0"),
    "label": lambda n, _: "CCCD: " + n,
    "remark": lambda n, _: n + " chờ xác minh",
    "old number beside it": lambda n, i: f"12512842{i % 10}/{n}",
    "old number behind it": lambda n, i: f"{n} 12512842{i % 10}",
    "telephone beside it": lambda n, i: f"{n} - 099901234{i % 10}",
    "stars over it": lambda n, _: n[:3] + "*" * 7 + n[-2:],
    "a digit dropped": lambda n, i: n[:i] + n[i + 1 :],
    "a digit doubled": lambda n, i: n[:i] + n[i] + n[i:],
    "a digit more": lambda n, i: n[:i] + str((int(n[i]) + 1) % 10) + n[i:],
    "a look-alike": lambda n, i: n[:i] + LOOK_ALIKES.get(n[i], n[i])[0] + n[i + 1 :],
    "two numbers written together": lambda n, i: f"{n}12512842{i % 10}",
    "the end cut off": lambda n, i: n[: 12 - 1 - i % 4],
    "zeros for the last digits": lambda n, _: cells.NUMBER + n.lstrip("0") + "0000",
}


many = st.lists(st.tuples(persons(), st.integers(0, 11)), min_size=30, max_size=60)


@pytest.mark.parametrize("damage", DAMAGES)
@settings(max_examples=15)
@given(people=many)
def test_no_proven_repair_is_ever_wrong(damage: str, people: list[tuple[Person, int]]):
    rows = judged([of(person, DAMAGES[damage](person.number, place)) for person, place in people])
    wrong = [(proven(row), person) for row, (person, _) in zip(rows, people, strict=True) if proven(row)]
    assert [(repair, person) for repair, person in wrong if repair != person.number] == []


@settings(max_examples=15)
@given(people=many, insurance=st.sampled_from([None, "TE1272760970995"]))
def test_every_lost_zero_of_a_person_with_sex_and_year_is_found(
    people: list[tuple[Person, int]], insurance: str | None
):
    rows = judged([of(person, cells.NUMBER + person.number.lstrip("0"), insurance) for person, _ in people])
    looks_rounded = [not person.number.lstrip("0")[6:].strip("0") for person, _ in people]
    sure = [None if rounded else person.number for rounded, (person, _) in zip(looks_rounded, people, strict=True)]
    assert [proven(row) for row in rows] == sure


@pytest.mark.parametrize("together", ["{0}/{1}", "{1}/{0}", "{0} {1}", "{1} - {0}"])
@settings(max_examples=10)
@given(pairs=st.lists(st.tuples(persons(), persons()), min_size=30, max_size=60))
def test_of_two_numbers_only_the_person_s_own_is_proven(together: str, pairs: list[tuple[Person, Person]]):
    rows = judged([of(one, together.format(one.number, other.number)) for one, other in pairs])
    for row, (one, _) in zip(rows, pairs, strict=True):
        assert proven(row) in (None, one.number)


@settings(max_examples=15)
@given(people=many)
def test_a_swap_of_digits_is_never_repaired(people: list[tuple[Person, int]]):
    swapped = []
    for person, place in people:
        i = min(place, 10)
        swapped.append(person.number[:i] + person.number[i + 1] + person.number[i] + person.number[i + 2 :])
    for row, cell in zip(judged([of(p, c) for (p, _), c in zip(people, swapped, strict=True)]), swapped, strict=True):
        assert row["n"] in (None, cell)
        assert row["padded"] is None


@settings(max_examples=15)
@given(people=many, year=st.sampled_from([None, 1980, 2015]), sex=st.sampled_from([None, "male", "female"]))
def test_one_fault_speaks_whatever_the_row_says(people: list[tuple[Person, int]], year: int | None, sex: str | None):
    parts = [slice(None, 9), slice(None, 10), slice(2, None), slice(1, None)]
    for row in judged([Row(person.number[part], sex, year) for person, _ in people for part in parts]):
        assert row["n__state"] not in ("digits", None)
        assert row["n"] is None


def test_numbers_are_judged_alike_one_by_one_and_together():
    column = ["27315600001", "125128429", GIRL.number, "0999012345", "chưa có", "0273156000011"]
    rows = judged([of(GIRL, cell) for cell in column])
    assert rows == [speaking(cell) for cell in column]
    assert [row["n__state"] for row in rows] == ["lost_zero", "cmnd", "good", "phone", "placeholder", "length"]
