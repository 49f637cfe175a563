"""Makes the table of countries with their Vietnamese names and the ways offices write them."""

from sheet import Sheet, sheet, source


def tables() -> list[Sheet]:
    """The table of countries."""
    written = {record["iso"]: record for record in source("countries/written_vi.csv")}
    rows = []
    for record in source("countries/cldr_territories_vi.csv"):
        iso = record["iso"]
        own = written.get(iso, {"name": "", "also": ""})
        name = own["name"] or record["name_vi"]
        others = [other for other in (record["name_vi"], *own["also"].split(" | ")) if other not in ("", name)]
        rows.append((iso, name, " | ".join(dict.fromkeys(others))))
    head = {
        "source": "Unicode CLDR, Vietnamese, as kept in Babel 2.18; other ways of writing from practice",
        "licence": "Unicode-3.0",
        "as of": "2026-02-01",
        "made by": "tools/refdata/countries.py",
        "note": "also: other ways of writing, separated by “ | ”; two letters only where no other word is meant",
    }
    return [sheet("countries", head, "iso name also", rows)]
