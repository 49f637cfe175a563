"""Names at the end of an address: what may be commune, district and province, those that name more first."""

from sosach.people.address import split
from sosach.people.place_names import communes_ending, province_of, readings, short_district


def read(text, home=None):
    return [(r.commune.key, r.districts is not None, r.province is not None) for r in readings(split([text])[0], home)]


def test_all_three_levels_come_first():
    assert read("xã Cao Đức, huyện Gia Bình, tỉnh Bắc Ninh")[0] == ("cao duc", True, True)


def test_a_district_that_is_also_a_commune_is_read_both_ways():
    assert read("Cao Đức, Gia Bình, Bắc Ninh")[:2] == [("cao duc", True, True), ("gia binh", False, True)]


def test_a_commune_behind_another_kind_is_none():
    assert read("huyện Gia Bình, tỉnh Bắc Ninh") == []
    assert read("Thôn Cao Đức, Bắc Ninh") == []


def test_a_bare_number_is_no_commune_and_no_district():
    assert read("5, Bắc Ninh") == []
    assert ("ben nghe", True, True) not in read("Bến Nghé, 1, HCM")


def test_home_need_not_stand_in_a_list():
    assert read("xã Hòa Mẫu, tỉnh Bắc Ninh") == []
    assert read("xã Hòa Mẫu, tỉnh Bắc Ninh", "hoa mau") == [("hoa mau", False, True)]


def test_the_province_of_an_address():
    assert province_of(split(["abc, tỉnh Bắc Ninh"])[0]).today == "24"
    assert province_of(split(["abc"])[0]) is None
    assert province_of(split(["huyện Bắc Ninh"])[0]) is None


def test_initials_stand_in_two_parts_at_the_end():
    assert short_district(split(["Cao Đức, GB, BN"])[0]) == (("gb", "bn"), 2)
    assert short_district(split(["Cao Đức GB BN"])[0])[0] is None
    assert [name.key for name in communes_ending(split(["xã Cao Đức, GB, BN"])[0], 3)] == ["cao duc"]
