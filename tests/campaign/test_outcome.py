"""The ends that an answered row may come to."""

from sosach.campaign.outcome import Effect, Whom


def test_the_four_ends_are_those_that_other_programs_count() -> None:
    assert {effect.value for effect in Effect} == {"applied", "conflict", "next_step", "repeated"}


def test_next_actors_are_organisations_of_the_plan() -> None:
    assert {whom.value for whom in Whom} == {
        "civil_registration_officer", "culture_society_office", "collaborator", "commune_police",
    }  # fmt: skip
