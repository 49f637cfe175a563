"""Facts about beneficiaries hang together."""

from datetime import date

import polars as pl

from sosach.population.population import population
from sosach.refdata.benefits import benefits
from sosach.registers.beneficiaries import REGISTER

ON = date(2026, 6, 18)
PEOPLE = population(4_000, 4, ON)
DRAWING = PEOPLE.beneficiaries
AGE = ON.year - pl.col("birth_date").str.head(4).cast(pl.Int32)


def test_every_field_of_the_register_is_there():
    assert set(REGISTER.by_name) <= set(DRAWING.columns)
    assert all(DRAWING[name].dtype == pl.String for name in REGISTER.by_name)


def test_categories_are_in_force_and_fit_the_age():
    for key, age in DRAWING.select("category", AGE.alias("age")).iter_rows():
        benefit = benefits()[key]
        assert benefit.valid(ON)
        assert benefit.age_from is None or age > benefit.age_from
        assert benefit.age_below is None or age <= benefit.age_below  # by the years alone
    assert DRAWING.filter(pl.col("category") == "5.1.b")["birth_date"].min() > "2010-06-18"


def test_disabled_persons_have_a_degree_and_nobody_else():
    asked = DRAWING["category"].is_in(["5.6", "20.2.c"])
    assert (DRAWING["disability_degree"].is_not_null() == asked).all()
    assert (DRAWING["disability_type"].is_not_null() == asked).all()


def test_money_for_carers_has_a_carer():
    assert DRAWING.filter(pl.col("category") == "20.2.c")["carer_name"].null_count() == 0


def test_nobody_cares_for_herself():
    assert DRAWING.filter(pl.col("carer_personal_id") == pl.col("personal_id")).is_empty()


def test_some_of_the_old_know_only_their_year():
    assert DRAWING.filter(pl.col("birth_date").str.len_chars() == 4).select(AGE.min()).item() >= 66


def test_benefits_begin_the_month_after_the_decision():
    begun = DRAWING.select(
        later=pl.col("benefit_from") > pl.col("decision_date"), first=pl.col("benefit_from").str.ends_with("-01")
    )
    assert begun["later"].all()
    assert begun["first"].all()
    assert DRAWING["decision_date"].max() < ON.isoformat()


def test_children_are_those_of_the_other_register():
    drawing = DRAWING.filter(pl.col("child").is_not_null())
    both = drawing.join(PEOPLE.children, on="personal_id")
    assert both.height > 0.9 * drawing.height > 0  # the other register forgot a few
    assert (both["full_name"] == both["full_name_right"]).all()
