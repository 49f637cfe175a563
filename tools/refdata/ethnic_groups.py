"""Makes the tables of the 54 ethnic groups, foreigners and the undetermined, and of the ways to spell their names."""

import re
from collections.abc import Iterator

from sheet import Sheet, sheet, source

_HEAD = {
    "source": "Decision 121-TCTK/PPCĐ of 1979 as transcribed in TTHubClient @45d9b285 and dwh-dx @190b3a99; "
    "codes of Decision 1019/QĐ-TCTK of 2008 from qcvn109.gov.vn and gso.gov.vn",
    "licence": "facts of the State",
    "valid from": "1979-03-02",
    "made by": "tools/refdata/ethnic_groups.py",
}
_BESIDES = (("55", "Người nước ngoài"), ("56", "Không xác định"))

# One name that the transcription of the list cut in two at a space or a comma.
_CUT = {("18", "Mán"): "Mán Quần Cộc", ("18", "Quần Cộc"): "Mán Quần Cộc"}

_BETWEEN = re.compile(r"\s*(?:;|,|\bhoặc\b|\bhay\b|[()]|\.\.\.)\s*")


def tables() -> list[Sheet]:
    """The tables of groups and of spellings."""
    return [_groups(), _spellings(), _contested()]


def _groups() -> Sheet:
    rows = []
    for record in source("ethnicity/ethnic_groups_54.csv"):
        seen = "yes" if record["code_1019_status"] == "source opened" else "no"
        rows.append((record["code_121_tctk_1979"], record["name_121"], record["code_1019_tctk_2008"], seen))
    rows.extend((code, name, "", "no") for code, name in _BESIDES)
    note = "code_1019: the order of the list of 2008, which other systems use; verified: whether its text was seen\n"
    return sheet(
        "ethnic_groups",
        _HEAD | {"note": f"{note}55 and 56 stand in no decision that was seen"},
        "code name code_1019 verified",
        rows,
    )


def _spellings() -> Sheet:
    rows = dict.fromkeys(_written())
    names = {(code, spelling) for code, spelling, kind in rows if kind == "name"}
    kept = sorted(row for row in rows if row[2] == "name" or row[:2] not in names)
    note = "kind: name = a way of writing the group's name; alias = an old, local or own name, maybe of several groups"
    return sheet("ethnic_spellings", _HEAD | {"note": note}, "code spelling kind", kept)


def _written() -> Iterator[tuple[str, str, str]]:
    for record in source("ethnicity/ethnic_groups_54.csv"):
        code = record["code_121_tctk_1979"]
        for name in (record["name_121"], record["name_dwh_dx"]):
            if name:
                yield code, name, "name"
        for column in ("aliases_121", "aliases_dwh_dx", "self_names_dwh_dx"):
            for alias in filter(None, _BETWEEN.split(record[column])):
                yield code, _CUT.get((code, alias), alias), "alias"
    for record in source("ethnicity/spellings_more.csv"):
        yield record["code"], record["spelling"], record["kind"]


def _contested() -> Sheet:
    rows = [(r["spelling"], r["codes"], r["why"]) for r in source("ethnicity/contested.csv")]
    head = _HEAD | {"source": "kept by hand, from the list's own aliases", "as of": "2026-11-01"}
    return sheet("ethnic_contested", head, "spelling codes why", rows)
