"""Who has which part in a plan."""

import pytest

from sosach.campaign.organisations import RIGHTS, ROLES
from sosach.campaign.plan import read_plan
from sosach.store.accounts.rights import IN_HAMLETS, Right
from sosach.store.accounts.rights import ROLES as ENFORCED
from tests.campaign.plans import CAO_DUC, SAMPLE, UNIT, read, refusal


def test_every_organisation_of_the_plan_has_its_tasks():
    organisations = read_plan(CAO_DUC).organisations
    sections = {key: {task.section[:5] for task in office.tasks} for key, office in organisations.items()}
    assert "III.1" in sections["culture_society_office"]
    assert "III.2" in sections["commune_police"]
    assert "III.3" in sections["public_service_centre"]
    assert "III.4" in sections["youth_union"] & sections["women_union"]
    assert "III.5" in sections["people_committee_office"]
    assert "III.6" in sections["health_station"]
    assert "III.7" in sections["commune"]


@pytest.mark.parametrize("key", ["health_station", "collaborators"])
def test_clinic_and_collaborators_export_review_and_update_too(key):
    assert {"import", "answer", "upload"} <= read_plan(CAO_DUC).organisations[key].rights


def test_technical_support_sees_no_persons():
    assert read_plan(CAO_DUC).organisations["public_service_centre"].rights == {"count"}


def test_plans_name_the_rights_and_roles_that_the_home_enforces():
    assert set(RIGHTS) == {right.value for right in Right}
    assert set(ROLES) == set(ENFORCED) - {"operator", "administrator"}


@pytest.mark.parametrize("file", [CAO_DUC, SAMPLE], ids=lambda file: file.name)
def test_what_the_plan_allows_is_what_the_home_allows(file):
    for office in read_plan(file).organisations.values():
        assert office.rights <= {right.value for right in ENFORCED[office.role]}, office.key
        assert office.in_hamlets == (office.role in IN_HAMLETS), office.key


def test_short_name_is_the_name_where_none_is_given(tmp_path):
    plan = read(tmp_path, UNIT + '[organisations.police]\nname = "Công an xã"\nrole = "police"\n')
    assert plan.organisations["police"].short == "Công an xã"


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ('role = "police"', "organisations.x.name"),
        ('name = "X"\nrole = "congan"', "organisations.x.role"),
        ('name = "X"\nrole = "police"\nrights = ["xem"]', "organisations.x.rights"),
        ('name = "X"\nrole = "police"\ntasks = [{ text = "T" }]', "organisations.x.tasks[1].section"),
        ('name = "X"\nrole = "police"\nin_hamlets = "có"', "organisations.x.in_hamlets"),
        ('name = "X"\nrole = "police"\nphone = "1"', "organisations.x.phone"),
    ],
)
def test_slip_is_refused_with_its_place(tmp_path, line, place):
    assert place in refusal(tmp_path, f"{UNIT}[organisations.x]\n{line}\n").message
