"""The index of places: names as words of an address, abbreviations that everybody understands, names within names."""

from sosach.people import place_index as index


def test_a_commune_is_found_by_its_words_today_and_before():
    assert [unit.code for unit in index.communes_today()["cao duc"]] == ["09466"]
    assert {unit.code for unit in index.communes_before()["van ninh"]} >= {"09457"}


def test_districts_are_found_by_names_they_had():
    assert "754" in index.district_names()["tan thanh"]
    assert "754" in index.district_names()["phu mi"]


def test_a_name_of_a_province_may_be_of_today_or_before():
    assert index.province_names()["bac ninh"].today == "24"
    assert index.province_names()["bac ninh"].before == "27"
    assert index.province_names()["bac giang"].today is None
    assert index.province_names()["bac giang"].lies_in == "24"


def test_abbreviations_of_provinces():
    for name in ("hcm", "tphcm", "sai gon"):
        assert index.province_names()[name].lies_in == "79"
    assert index.province_names()["thua thien hue"].kinds == {"tỉnh", "thành phố"}


def test_districts_within_a_commune_of_today():
    assert index.districts_within("09466") == {"263"}
    assert index.districts_within("99999") == frozenset()


def test_names_that_read_like_a_commune_and_its_district():
    assert "nam ban lam ha" in index.names_ending_with_district()
    assert "khanh vinh" not in index.names_ending_with_district()


def test_initials_of_district_and_province():
    assert index.districts_by_initials()["gb", "bn"] == ("263",)


def test_endings_know_how_long_names_are():
    ends = index.endings(("gia binh", "binh", "cao duc"))
    assert ends.sizes == {"binh": (2, 1), "duc": (2,)}


def test_places_as_they_are_printed():
    assert index.today_text("09466") == "xã Cao Đức, tỉnh Bắc Ninh"
    old = next(unit for unit in index.communes_before()["van ninh"] if unit.code == "09457")
    assert index.before_text(old) == "xã Vạn Ninh, huyện Gia Bình, tỉnh Bắc Ninh"
