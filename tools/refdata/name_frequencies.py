"""Makes the tables of how many men and women bear a family, middle or given name."""

from sheet import Sheet, sheet, source


def tables() -> list[Sheet]:
    """The three tables."""
    return [
        _frequencies("family", "family_names"),
        _frequencies("middle", "middle_names"),
        _frequencies("given", "given_names"),
    ]


def _frequencies(part: str, name: str) -> Sheet:
    rows = [(r[f"{part}_name"], r["n_male"], r["n_female"]) for r in source(f"names/{part}_names_freq.csv")]
    head = {
        "source": "counted in a public set of class lists of 40,496 persons",
        "licence": "MIT",
        "as of": "2024-01-01",
        "made by": "tools/refdata/name_frequencies.py",
        "note": "whole middle names (“Thị Thu”); an empty one is a person without a middle name",
    }
    return sheet(name, head, "name male female", rows)
