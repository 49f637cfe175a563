"""Asks one rule about made-up rows: a test of a rule is one call with the cells as an office would have typed them.

Cells are given by field: a string is text, a number is a number cell in General, a date is a real date, None is empty;
a pair is what Excel shows and the marked string, for cells that tell more.
Columns that are not named are not in the file.
"""

from datetime import date
from functools import cache

import polars as pl

from sosach.cleaning.frame import Cleaning, typed
from sosach.cleaning.places import Home
from sosach.registers.catalogue import registers
from sosach.rules.catalogue import rules, rules_for
from sosach.rules.context import Commune, Context
from sosach.rules.evaluate import Question, findings_of_rows, findings_of_several, prepared, questions
from sosach.rules.message import Headings
from sosach.rules.rule import Rule
from sosach.text import cells

ON = date(2026, 6, 18)

Cell = str | int | float | date | tuple[str | None, str] | None

HOA_MAU = Commune(
    code="99999",
    name="Hòa Mẫu",
    province="Bắc Ninh",
    hamlets=(
        "Đồng Sậy",
        "Bãi Dâu",
        "Gò Me",
        "Đầm Hến",
        "Cầu Tre",
        "Giếng Đá",
        "Xóm Lò",
        "Bến Cỏ",
        "Ngõ Vải",
        "Vườn Quýt",
    ),
)


def raw_frame(rows: list[dict[str, Cell]], sheets: list[str] | None = None) -> pl.DataFrame:
    """The raw frame of rows as intake would give it; the first row stands in row 5."""
    fields = list(dict.fromkeys(name for row in rows for name in row))
    columns: dict[str, list[object]] = {
        "index": list(range(len(rows))),
        "sheet": list(sheets or ["Danh sách"] * len(rows)),
        "row": [5 + i for i in range(len(rows))],
    }
    for name in fields:
        pairs = [_cell(row.get(name)) for row in rows]
        columns[f"{name}__raw"] = [shown for shown, _ in pairs]
        columns[f"{name}__cell"] = [marked for _, marked in pairs]
    texts = {name: pl.String for name in columns if "__" in name}
    return pl.DataFrame(columns, schema_overrides={"index": pl.UInt32, "row": pl.Int64, "sheet": pl.String, **texts})


def findings(
    rows: list[dict[str, Cell]],
    *,
    register: str = "children",
    on: date = ON,
    commune: Commune | None = None,
    sheets: list[str] | None = None,
    codes: set[str] | None = None,
) -> list[dict[str, object]]:
    """All findings about the rows, as dictionaries."""
    book = registers()[register]
    home = Home(commune.code, commune.name, commune.province, commune.hamlets) if commune else None
    frame = typed(raw_frame(rows, sheets), Cleaning(register=book, on=on, home=home))
    context = Context(on=on, register=book, commune=commune)
    asked = questions((rule for rule in rules_for(book) if _concerns(rule, codes)), context, Headings())
    frame, able = prepared(frame, asked)
    single = [q for q in able if not q.rule.together]
    several = [q for q in able if q.rule.together]
    found = pl.concat([findings_of_rows(frame, single), findings_of_several(frame, several)])
    return [f for f in found.to_dicts() if codes is None or f["rule"] in codes]


def check_broken(code: str, *, rows: list[dict[str, Cell]] | None = None, **facts: object) -> dict[str, object]:
    """The rule speaks about the row (or some of the rows); its finding is returned for a closer look."""
    found = _found(code, rows, facts)
    assert found, f"{code} is silent"
    return found[0]


def check_silent(code: str, *, rows: list[dict[str, Cell]] | None = None, **facts: object) -> None:
    """The rule says nothing."""
    assert code in {q.rule.code for q in _questions(facts)}, f"there is no rule {code} for this register"
    assert not _found(code, rows, facts)


def check_suggests(code: str, suggestion: str, **facts: object) -> dict[str, object]:
    """The rule speaks and suggests this value."""
    found = check_broken(code, **facts)  # type: ignore[arg-type]  # facts are cells
    assert found["suggestion"] == suggestion
    return found


def check_message(code: str, **facts: object) -> str:
    """The sentence that the rule says."""
    return str(check_broken(code, **facts)["message"])  # type: ignore[arg-type]  # facts are cells


_OPTIONS = ("register", "on", "commune", "sheets")


def _found(code: str, rows: list[dict[str, Cell]] | None, facts: dict[str, object]) -> list[dict[str, object]]:
    options = {k: facts[k] for k in _OPTIONS if k in facts}
    row = {k: v for k, v in facts.items() if k not in _OPTIONS}
    return findings(rows or [row], codes={code}, **options)  # type: ignore[list-item,arg-type]  # options by name


def _questions(facts: dict[str, object]) -> tuple[Question, ...]:
    book = registers()[str(facts.get("register", "children"))]
    return questions(rules_for(book), Context(on=ON, register=book), Headings())


def _concerns(rule: Rule, codes: set[str] | None) -> bool:
    """Whether the rule is asked for, or may silence one that is."""
    return codes is None or rule.code in codes or rule.code in _silencers(frozenset(codes))


@cache
def _silencers(codes: frozenset[str]) -> frozenset[str]:
    louder = {code for rule in rules() if rule.code in codes for code in rule.yields_to}
    return codes if louder <= codes else _silencers(codes | louder)


def _cell(value: Cell) -> tuple[str | None, str | None]:
    """What Excel shows, and the marked string."""
    if isinstance(value, tuple):
        return value
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y"), cells.DATE + value.isoformat()
    if isinstance(value, int | float):
        text = str(int(value)) if float(value).is_integer() else repr(value)
        return (f"{value:.5E}" if abs(value) >= 1e11 else text), cells.NUMBER + text
    if value and value[0] in cells.MARKS:
        return value[1:] or None, value
    return value, value
