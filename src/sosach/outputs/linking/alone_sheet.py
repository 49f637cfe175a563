"""Lists of persons who stand in one of the two lists only, with why that may be and what to do."""

from collections.abc import Mapping, Sequence

import polars as pl

from sosach.outputs.linking.found import Alone
from sosach.outputs.linking.list_sheet import ListColumn, ListSheet
from sosach.outputs.linking.people import Side
from sosach.text.collation import person_key, sort_key

# Words of `linkage.civil` as sentences, in the order in which they are listed; {first} is where the other row stands.
WHY: Mapping[str, str] = {
    "double": "Người này còn đứng ở dòng {first}, dòng ấy đã khớp: có thể ghi hai lần. Xem rồi gộp.",
    "overdue": "Sinh quá 60 ngày, chưa thấy số định danh hay giấy khai sinh. Hỏi gia đình, hướng dẫn khai sinh.",
    "undated": "Chưa có ngày sinh nên chưa tính được hạn đăng ký khai sinh. Bổ sung ngày sinh.",
    "within_60_days": "Sinh chưa quá 60 ngày, còn trong hạn đăng ký khai sinh. Nhắc gia đình.",
    "left": "Hồ sơ ghi đã chuyển đi, đã mất hoặc đã đủ 16 tuổi. Xem lại trạng thái.",
    "registered_elsewhere": "Đã có số định danh hoặc giấy khai sinh: có thể khai sinh ở xã khác. Xem nơi đăng ký.",
    "gone": "Ghi chú trong sổ khai sinh cho biết đã mất hoặc chuyển đi. Xem lại trước khi bổ sung.",
    "sixteen": "Đã đủ 16 tuổi, không còn thuộc sổ trẻ em. Không cần làm gì.",
    "other_commune": "Khi đăng ký khai sinh cư trú ở xã khác. Hỏi thôn xem trẻ có ở xã không.",
    "new": "Có khai sinh tại xã nhưng chưa có trong sổ. Bổ sung vào danh sách.",
}

_FIELDS: Sequence[tuple[str, float]] = (
    ("full_name", 20), ("birth_date", 11), ("sex", 7), ("personal_id", 14), ("birth_cert_no", 10),
    ("mother_name", 18), ("father_name", 18), ("guardian_name", 16), ("status", 12),
)  # fmt: skip


def alone_sheet(name: str, alone: Alone, side: Side, *, most: int, explained: bool = True) -> ListSheet:
    """The sheet.

    Args:
        name: of the sheet.
        alone: who.
        side: their list.
        most: rows that it holds.
        explained: whether there is a column that says why.
    """
    ordered = in_order(alone, side, most)
    positions = ordered.positions
    known = side.persons.register.by_name
    columns = [
        ListColumn(title="STT", entries=list(range(1, positions.len() + 1)), width=5, looks=("centred",)),
        ListColumn(title="Thôn", entries=_hamlets(side, positions), width=13),
        *(
            ListColumn(title=known[field].label, entries=side.entries(field, positions), width=width)
            for field, width in _FIELDS
            if field in known
        ),
        ListColumn(title="Ở dòng", entries=side.places(positions), width=8),
    ]
    if explained:
        columns.append(ListColumn(title="Vì sao, việc cần làm", entries=_why(ordered, side), width=44))
    columns.append(ListColumn(title="Ghi chú", width=16, fill_in=True))
    return ListSheet(name=name, columns=columns, rows=positions.len(), frozen=3)


def in_order(alone: Alone, side: Side, most: int) -> Alone:
    """By reason, hamlet and name; the first `most` of them."""
    facts = side.persons.facts.select(pl.col("hamlet", "name").gather(pl.lit(alone.positions)))
    keys = facts.select(sort_key(pl.col("hamlet")).alias("h"), person_key(pl.col("name")).alias("n"))
    rank = alone.why.cast(pl.String).replace_strict({word: n for n, word in enumerate(WHY)}, default=None)
    keys = keys.with_columns(rank.cast(pl.Int32).alias("w"))
    order = keys.select(pl.arg_sort_by("w", "h", "n", nulls_last=True, maintain_order=True)).to_series().head(most)
    return Alone(alone.positions.gather(order), alone.why.gather(order), alone.first.gather(order))


def _hamlets(side: Side, positions: pl.Series) -> list[str | None]:
    return side.persons.facts["hamlet"].gather(positions).to_list()


def _why(alone: Alone, side: Side) -> list[str | None]:
    known = alone.first.is_not_null().arg_true()
    places = dict(zip(known, side.places(alone.first.gather(known)), strict=True))
    words = alone.why.cast(pl.String).to_list()
    return [WHY[word].format(first=places.get(number, "")) if word else None for number, word in enumerate(words)]
