"""`sosach civil list`: what is to be decided beside the births book."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

from sosach.cli import console, home
from sosach.registers.catalogue import registers

if TYPE_CHECKING:
    from sosach.store.civil.selectors import Difference

_PREVAILS = {True: "theo {source}", False: "theo sổ trẻ em", None: "cần quyết định"}


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The task and its options."""
    parser = tasks.add_parser(
        "list",
        help="chỗ khác nhau, cặp cần xem, trẻ chưa có trong sổ",
        description="Những gì còn phải quyết định sau khi đối chiếu với sổ khai sinh.",
        epilog="Ví dụ:\n  sosach civil list\n  sosach civil list --json",
    )
    home.declare(parser, writes=False)
    parser.add_argument("--json", action="store_true", help="in dạng JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Tells what is to be decided."""
    home.opened(chosen)
    from sosach.store.civil import selectors

    if chosen.json:
        figures = asdict(selectors.figures())
        figures["compared_on"] = str(figures["compared_on"]) if figures["compared_on"] else None
        rows = [
            {"record_code": d.child.record_code, "entry": d.birth.id, "field": d.field, "register": d.ours,
             "book": d.theirs, "prevails": d.prevails}
            for d in selectors.all_differences()
        ]  # fmt: skip
        new = [{"entry": one.birth.id, **one.values} for one in selectors.new_children()]
        late = [one.record_code for one in selectors.overdue_children()]
        console.say_json({**figures, "details": {"differences": rows, "not_in_register": new, "overdue": late}})
        return 0
    lines = list(_lines())
    console.say("\n".join(lines) if lines else "Không còn gì phải quyết định với sổ khai sinh.")
    return 0


def _lines() -> Iterator[str]:
    from sosach.store.civil import selectors

    corrections = {(one.child_id, one.field) for one in selectors.corrections()}
    for one in selectors.all_differences():
        asked = " Đã chuyển cải chính hộ tịch." if (one.child.id, one.field) in corrections else ""
        yield f"{one.child.record_code}, {_label(one.field)}: {_values(one)}.{asked}"
    for pair in selectors.doubtful_pairs():
        yield f"{pair.child.record_code} và dòng khai sinh số {pair.birth_id} có thể là một trẻ:"
        yield from (f"  {reason}" for reason in pair.reasons.split("\n") if reason)
    for child in selectors.overdue_children():
        yield f"Quá 60 ngày chưa thấy đăng ký khai sinh: {child.record_code}, sinh {_shown(child.birth_date)}"
    for new in selectors.new_children():
        yield f"Chưa có trong sổ: {new.birth.full_name}, sinh {_shown(new.birth.birth_date)} (dòng số {new.birth.id})"


def _values(one: Difference) -> str:
    ours, theirs = (_printed(one.field, value) for value in (one.ours, one.theirs))
    return f"sổ ghi {ours}, {one.source} ghi {theirs}; {_PREVAILS[one.prevails].format(source=one.source)}"


def _label(field: str) -> str:
    return registers()["children"].by_name[field].label


def _printed(field: str, value: str | None) -> str:
    import polars as pl

    from sosach.findings.wording import shown

    if value is None:
        return "trống"
    kind = registers()["children"].by_name[field].kind
    return f"“{pl.DataFrame({'v': [value]}).select(shown(pl.col('v'), kind)).item()}”"


def _shown(day: str | None) -> str:
    return "/".join(reversed(day.split("-"))) if day else "chưa rõ ngày"
