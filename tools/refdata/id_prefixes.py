"""Makes the tables of the first three digits of a personal number and of its fourth."""

from sheet import Sheet, sheet, source

_DIGIT_SEX = {"M": "male", "F": "female"}


def tables() -> list[Sheet]:
    """The tables of prefixes and of the sex digit."""
    return [_provinces(), _countries(), _digits()]


def _provinces() -> Sheet:
    rows = [
        (r["id_prefix"], r["province_name_tt07_2016"], r["new_province_code_2025_07"])
        for r in source("ids/id_province_codes.csv")
    ]
    head = {
        "source": "Circular 07/2016/TT-BCA, Annex 1, as quoted in public pages; equal to the old codes of all 63",
        "licence": "facts of the State",
        "as of": "2016-02-15",
        "made by": "tools/refdata/id_prefixes.py",
        "note": "a number keeps the prefix of the province of birth registration; today: the province's code now\n"
        "since 01/7/2024 no law in force prescribes the structure of the number; it is still followed in practice",
    }
    return sheet("id_prefixes", head, "prefix name today", rows)


def _countries() -> Sheet:
    rows = [(r["id_prefix"], r["iso"]) for r in source("ids/id_country_codes.csv")]
    head = {
        "source": "hongquan/vietnam-personal-id src/countries.json @f6ca52fb, a transcription by a third party",
        "licence": "MIT",
        "as of": "2021-07-01",
        "made by": "tools/refdata/id_prefixes.py",
        "note": "for display only: two countries stand twice (113, 114; 147, 148), so some neighbours may be shifted",
    }
    return sheet("id_countries", head, "prefix iso", rows)


def _digits() -> Sheet:
    rows = [
        (
            r["digit"],
            _DIGIT_SEX[r["sex"]],
            r["birth_year_from"],
            r["birth_year_to"],
            "yes" if r["verified"] == "source opened" else "no",
        )
        for r in source("ids/id_century_sex_digit.csv")
    ]
    head = {
        "source": "Circular 07/2016/TT-BCA as quoted in public pages (digits 0 to 2); the others from memory",
        "licence": "facts of the State",
        "as of": "2016-02-15",
        "made by": "tools/refdata/id_prefixes.py",
        "note": "verified: whether the text was seen; only 0 to 3 occur today",
    }
    return sheet("id_sex_digits", head, "digit sex year_from year_to verified", rows)
