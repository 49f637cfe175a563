"""Ethnic groups: 54, foreigners, the undetermined; every spelling belongs to a group; two orders of codes."""

from sosach.refdata.ethnicities import contested, ethnicity_names, groups, spellings


def test_codes_run_from_01_to_56():
    assert list(groups()) == [f"{number:02}" for number in range(1, 57)]


def test_names_people_read():
    names = ethnicity_names()
    assert (names["01"], names["08"], names["55"], names["56"]) == (
        "Kinh",
        "HMông",
        "Người nước ngoài",
        "Không xác định",
    )


def test_the_list_of_2008_has_another_order():
    assert groups()["06"].name == "Mường"
    assert groups()["06"].code_2008 == "04"
    assert sorted(g.code_2008 for g in groups().values() if g.code_2008) == [f"{n:02}" for n in range(1, 55)]


def test_codes_from_memory_are_marked():
    assert groups()["06"].verified
    assert not groups()["54"].verified
    assert not groups()["55"].verified


def test_every_spelling_belongs_to_a_group_and_every_name_is_a_spelling():
    assert {spelling.code for spelling in spellings()} == set(groups())
    official = {(s.text, s.code) for s in spellings() if s.official}
    assert {(group.name, group.code) for group in groups().values()} <= official


def test_no_official_spelling_belongs_to_two_groups():
    seen = {}
    for spelling in spellings():
        if spelling.official:
            assert seen.setdefault(spelling.text.casefold(), spelling.code) == spelling.code


def test_a_name_cut_in_two_by_the_transcription_is_whole():
    assert "Quần Cộc" not in {spelling.text for spelling in spellings()}
    assert ("Mán Quần Cộc", "18") in {(spelling.text, spelling.code) for spelling in spellings()}


def test_contested_texts_stand_for_several_groups():
    for codes in contested().values():
        assert len(codes) > 1
        assert set(codes) <= set(groups())
