"""What SQL says of a pair is what the built-in linker says of it."""

import polars as pl
import pytest

from sosach.linkage.comparing import LEVELS, compared
from sosach.linkage.name_table import taken_apart
from sosach.linkage.sides import sides_of
from tests.engines.made_up_lists import lists
from tests.linkage.people_in_rows import child, rows

duckdb = pytest.importorskip("duckdb")

from sosach.engines.splink_columns import ID, case_of  # noqa: E402
from sosach.engines.splink_levels import FUNCTIONS, blocked, conditions, silent  # noqa: E402
from sosach.linkage.blocking import key_columns  # noqa: E402


def both(left: pl.DataFrame, right: pl.DataFrame, pairs: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """For every fact that both know, a frame with `ours` and `sql`, a row per pair."""
    sides = sides_of(left, right)
    case = case_of(sides, [left, right], key_columns(sides), [])
    ours = compared(sides, pairs)
    with duckdb.connect() as con:
        for function in FUNCTIONS:
            con.execute(f"create macro {function}")
        for end, frame in zip("lr", case.frames, strict=True):
            con.register(f"side_{end}", arrow(frame.rename(lambda column, end=end: f"{column}_{end}")))
        con.register("pairs", arrow(pairs))
        return {
            fact: pl.DataFrame(con.sql(query(fact)).to_arrow_table())
            .sort("left", "right")
            .select("sql", ours=ours.sort("left", "right")[fact].cast(pl.String))
            for fact in case.facts
        }


def arrow(frame: pl.DataFrame) -> object:
    return frame.to_arrow(compat_level=pl.CompatLevel.oldest())


def query(fact: str) -> str:
    asked = " ".join(
        f"else '{level}'" if condition == "ELSE" else f"when {condition} then '{level}'"
        for level, condition in conditions(fact).items()
    )
    return (
        f'select "left", "right", case when {silent(fact)} then null {asked} end as sql from pairs '
        f'join side_l on {ID}_l = "left" join side_r on {ID}_r = "right"'
    )


def every_pair(left: pl.DataFrame, right: pl.DataFrame) -> pl.DataFrame:
    ours = pl.DataFrame({"left": pl.Series(range(left.height), dtype=pl.UInt32)})
    return ours.join(pl.DataFrame({"right": pl.Series(range(right.height), dtype=pl.UInt32)}), how="cross")


NAMES = (
    *("Nguyễn Thị Hoa", "Nguyễn Thị Hoà", "Nguyễn Thị Hòa", "Nguyen Thi Hoa", "Nguyễn Thị Hoan", "Nguyễn Thị Hao"),
    *("Nguyễn Hoa", "Nguyễn Hoa Thị", "Nguyễn T. Hoa", "N.T. Hoa", "Nguyễn Thị Thu Hoa", "Thị Hoa", "Hoa"),
    *(
        "Nguyeexn Thij Hoa",
        "Nguye64n Thi5 Hoa",
        "NguyễnThị Hoa",
        "NguyễnnThị Hoa",
        "Nguyễn Thị",
        "Nguyễn Thị Thị",
        "Nguyen Thi Hoan",
        "Nguyn Thi Hoa",
        "Nguyn Th Hoa",
        "Tran Chung Dun",
        "Lê Văn Sáng",
        "Lê Văn Xáng",
        "Nê Văn Sáng",
    ),
    *("Trần Trung Dũng", "Trần Chung Dũng", "Trần Trung Giũng", "Vũ Thị Lý", "Vũ Thị Lí", "Đỗ Thị Ngọc Bích Trâm"),
    *("Đỗ Thị Trâm", "Đỗ Thị Bích Trâm", "Đỗ Thị Ngọc Trâm", "Đõ Thị Ngọc Bíc Trâm", "Y Ê Ban", "H’ Hen Niê"),
)


def test_names_are_at_the_level_at_which_the_built_in_linker_has_them():
    people = rows(*(child(name=name) for name in NAMES))
    told = both(people, people, every_pair(people, people))["name"]
    assert told.filter(~pl.col("sql").eq_missing(pl.col("ours"))).is_empty()
    assert set(told["ours"]) == set(LEVELS["name"].categories)


DATES = (
    *("2015-06-04", "2015-04-06", "2015-06-05", "2015-06-14", "2015-06-01", "2015-06-09", "2015-06-10", "2015-01-01"),
    *("2015-06-30", "2015-07-02", "2014-06-04", "2012-06-04", "2012-06-03", "2010-01-01", "2015", "2015-06", "2015-07"),
    *("2014", "2012", "2011", "2015-06-40", "2015-12-21", "2015-12-12"),
)


def test_dates_are_at_the_level_at_which_the_built_in_linker_has_them():
    people = rows(*(child(birth_date=day) for day in DATES), child(birth_date=None))
    told = both(people, people, every_pair(people, people))["birth_date"]
    assert told.filter(~pl.col("sql").eq_missing(pl.col("ours"))).is_empty()
    assert set(told["ours"]) == {*LEVELS["birth_date"].categories, None}


NUMBERS = ("027315600001", "027315600002", "027315600005", "027315600010", "027315610000", "127315600001", None)


def test_numbers_are_at_the_level_at_which_the_built_in_linker_has_them():
    people = rows(
        *(child(number=number, mother_number=number and "0011" + number[4:]) for number in NUMBERS),
        child(number="027315600001", number_padded=True, mother_number="001115600001"),
    )
    told = both(people, people, every_pair(people, people))
    for fact in ("number", "mother_number"):
        assert told[fact].filter(~pl.col("sql").eq_missing(pl.col("ours"))).is_empty(), fact
    assert set(told["number"]["ours"]) == {*LEVELS["number"].categories, None}


@pytest.mark.parametrize("commune", [None, "Hòa Mẫu", "Cao Đức"])
def test_places_are_at_the_level_at_which_the_built_in_linker_has_them(commune):
    left = rows(*(child(commune=commune, hamlet=hamlet) for hamlet in ("Gò Me", "Cầu Tre", None)))
    right = rows(*(child(commune="Hòa Mẫu", hamlet=hamlet) for hamlet in ("Thôn Gò Me", None)))
    told = both(left, right, every_pair(left, right))["place"]
    assert told.filter(~pl.col("sql").eq_missing(pl.col("ours"))).is_empty()


def test_two_made_up_lists_are_compared_alike():
    left, right = lists(1_200)
    pairs = every_pair(left.head(400), right.head(400))
    wrong = {
        fact: told.filter(~pl.col("sql").eq_missing(pl.col("ours"))).height
        for fact, told in both(left, right, pairs).items()
    }
    names = {"name", "mother", "father"}
    # A slip in each of two syllables is measured over the whole name in SQL, so a space that moved is one, too.
    assert {fact for fact, count in wrong.items() if count} <= names
    assert sum(wrong.values()) <= 3 * pairs.height / 100_000


def test_rows_are_brought_together_by_columns():
    assert blocked(["birth_date", "commune"]) == 'l."birth_date" = r."birth_date" and l."commune" = r."commune"'


def test_every_level_has_its_condition():
    for fact, levels in LEVELS.items():
        asked = set(conditions(fact))
        unasked = {"zeros"} if fact in ("mother_number", "father_number", "guardian_number") else set()
        assert asked == set(levels.categories) - unasked, fact


def test_syllables_are_numbers_of_their_letters():
    names, _ = taken_apart([pl.Series(["Lê Hoa", "Lê Hoà"])])
    assert names.table["s0"].n_unique() == 1
