"""The invented commune is the one of plan and samples, and in no list."""

from datetime import date
from pathlib import Path

from sosach.campaign.plan import read_plan
from sosach.population.commune import HOA_MAU
from sosach.refdata.places import communes


def test_no_real_commune_is_meant():
    assert HOA_MAU.code not in communes()
    assert HOA_MAU.name.removeprefix("xã ") not in {commune.name for commune in communes().values()}


def test_plan_of_the_demo_is_about_this_commune():
    plan = read_plan(Path(__file__).parents[2] / "plans" / "mau.toml")
    assert (plan.unit.code, plan.unit.name, plan.unit.province) == (HOA_MAU.code, HOA_MAU.name, HOA_MAU.province)
    assert {hamlet.name for hamlet in plan.hamlets if hamlet.exists(date(2026, 6, 18))} == set(HOA_MAU.hamlets)


def test_address_ends_with_commune_and_province():
    assert HOA_MAU.address == "xã Hòa Mẫu, tỉnh Bắc Ninh"
