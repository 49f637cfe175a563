"""The sheet “Đã quyết định”: what people have decided so far, and whether it still fits."""

from collections.abc import Mapping, Sequence

from sosach.forms.form import Part
from sosach.forms.pair_decisions import FORM, code_of
from sosach.linkage.decided import Decision
from sosach.outputs.decision_book import RULING_WORDS
from sosach.outputs.linking.list_sheet import Entry, ListColumn

NAME = "Đã quyết định"


def decided_columns(decisions: Sequence[Decision], fits: Sequence[bool]) -> list[ListColumn]:
    """The columns of the sheet; a decision may be changed here.

    Args:
        decisions: in force.
        fits: of each whether its pair stands in the lists.
    """
    state = ["Đang áp dụng" if fit else "Không còn cặp này trong tệp" for fit in fits]
    return [
        ListColumn(title="STT", entries=list(range(1, len(decisions) + 1)), width=5, looks=("centred",)),
        ListColumn(title="Về ai (khi quyết định)", entries=[d.about for d in decisions], width=70),
        ListColumn(title="Hiện nay", entries=state, width=22),
        *form_columns(
            {
                "ruling": [RULING_WORDS[d.ruling] for d in decisions],
                "note": [d.note or None for d in decisions],
                "code": [code_of(d.one, d.other) for d in decisions],
            }
        ),
    ]


def form_columns(entries: Mapping[str, Sequence[Entry]]) -> list[ListColumn]:
    """The columns to fill in, and the hidden one by which the row is found again; entries by key of the form."""
    return [
        ListColumn(
            title=column.heading,
            entries=entries[column.key],
            width=column.width,
            looks=() if column.part is Part.CODE else ("wrap",),
            choices=column.choices,
            advice=column.advice,
            fill_in=column.part is not Part.CODE,
            hidden=column.part is Part.CODE,
        )
        for column in FORM.columns
    ]
