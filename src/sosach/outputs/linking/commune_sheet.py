"""One person in the registers of two communes: moved from one to the other, or held twice."""

from collections.abc import Sequence

from sosach.outputs.linking.found import Links
from sosach.outputs.linking.list_sheet import ListColumn, ListSheet
from sosach.outputs.linking.pair_sheet import FIELDS, in_order, pair_columns

_LEFT_OUT = ("moved", "deceased")


def commune_sheet(name: str, found: Links) -> ListSheet:
    """The sheet: the pairs side by side with their states, and what follows from these."""
    pairs = in_order(found.of("same"), found.left).head(found.most_rows)
    columns = pair_columns(pairs, found.left, found.right, found.decided, (*FIELDS, "status"))
    ours = found.left.persons.field("status", pairs["left"])["value"]
    theirs = found.right.persons.field("status", pairs["right"])["value"]
    names = (found.left.name, found.right.name)
    told = [standing(one, other, names) for one, other in zip(ours, theirs, strict=True)]
    at = next(place for place, column in enumerate(columns) if column.title == "Vì sao")
    columns.insert(at, ListColumn(title="Nhận xét", entries=told, width=30))
    return ListSheet(name=name, columns=columns, rows=pairs.height, frozen=3)


def standing(left: str | None, right: str | None, names: Sequence[str]) -> str:
    """What the two states come to.

    Args:
        left: state in the first register, as in records.
        right: state in the second one.
        names: what the communes are called.
    """
    one, other = names
    match (left in _LEFT_OUT, right in _LEFT_OUT):
        case (False, False):
            return f"Cả {one} và {other} đang quản lý: ghi hai nơi. Hai xã thống nhất nơi quản lý."
        case (True, True):
            return f"Cả {one} và {other} đều ghi không còn quản lý. Xem người này đang ở đâu."
    if "deceased" in (left, right):
        where, still = (one, other) if left == "deceased" else (other, one)
        return f"{where} ghi đã mất, {still} đang quản lý. Cần trích lục khai tử."
    where, still = (one, other) if left == "moved" else (other, one)
    return f"{where} ghi đã chuyển đi, {still} đang quản lý: đã chuyển. Không cần làm gì."
