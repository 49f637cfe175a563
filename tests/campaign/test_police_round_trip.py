"""A batch goes out as a workbook, comes back with mischief, and every row is accounted for."""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from sosach.campaign.answers import outcomes, refusal, tally
from sosach.campaign.minutes import Batch, HandedFile, returned_minutes
from sosach.campaign.outcome import Case, Effect, Facts
from sosach.campaign.returned import claimed_batches, sort_out
from sosach.campaign.returned import refusal as rows_refusal
from sosach.forms.police import POLICE_LIST
from sosach.intake.options import ReadingOptions
from sosach.intake.police_answer import read_police_answer
from tests.forms.batches import KEY, LETTERS, answered, people, sent, sorted_rows

COUNT = 30
HOLDERS = {"024218700998"}  # numbers that other persons of the register have


def facts(row: dict[str, Any]) -> Facts:
    return Facts(
        full_name=row["full_name"], birth_date=row["birth_date"], sex=row["sex"], personal_id=None
    )  # fmt: skip


def number_of(row: dict[str, Any], serial: int) -> str:
    """A number that fits the child."""
    return f"027{3 if row['sex'] == 'female' else 2}{row['birth_date'][2:4]}{serial:06}"


def mischief(sheet: Any) -> None:
    sorted_rows()(sheet)
    by_code = {sheet[f"A{row}"].value: row for row in range(2, COUNT + 2)}
    codes = [row.code for row in sent(COUNT)]
    sheet[f"{LETTERS['full_name']}{by_code[codes[20]]}"] = "Ai Khác"
    sheet[f"A{by_code[codes[21]]}"] = "TE02-0022-00000000"
    sheet[f"A{by_code[codes[22]]}"] = None
    sheet.delete_rows(by_code[codes[23]])
    sheet.append([None, 99, "Lê Văn Thêm", "01/02/2020", "Nam", "Kinh"])
    sheet["L1"] = "KẾT QUẢ ĐỐI CHIẾU"


def test_every_row_comes_to_one_end_and_the_minutes_foot(tmp_path: Path) -> None:
    table = list(people(COUNT).iter_rows(named=True))
    said: dict[int, dict[str, object]] = {
        1: {"result": "Cấp/bổ sung số", "new_personal_id": number_of(table[0], 700_002)},
        2: {"new_personal_id": number_of(table[1], 700_004)},
        3: {"result": "đã cấp", "new_personal_id": int(number_of(table[2], 700_006))},
        4: {"result": "ko tìm thấy", "note": "chưa khai sinh"},
        5: {"result": "Chưa đăng ký khai sinh"},
        6: {"result": "Trùng", "note": "trùng dòng 5"},
        7: {"result": "Khớp"},
        8: {"result": "Sửa thông tin", "new_full_name": "Nguyễn Văn Khác"},
        9: {"result": "Cấp/bổ sung số", "new_personal_id": "024218700998"},
        10: {"result": "hỏi lại sau"},
        21: {"result": "Khớp"},
        22: {"result": "Khớp"},
        23: {"result": "Khớp"},
        24: {"result": "Khớp"},
    }
    back = read_police_answer(answered(tmp_path / "tra.xlsx", said, mischief, count=COUNT), ReadingOptions())
    rows = [row.returned for row in back.rows]
    (batch, *_) = claimed_batches(rows)
    returned = sort_out(rows, sent(COUNT), batch, KEY)
    assert rows_refusal(returned, POLICE_LIST, batch, back.name) is None
    answers = {number: back.rows[place].answer for number, place in returned.answered.items()}
    cases = [
        Case(
            sent=facts(table[number - 1]), current=facts(table[number - 1]), answer=answer,
            number_taken=answer.personal_id.value in HOLDERS,
        )
        for number, answer in answers.items()
        if answer is not None
    ]  # fmt: skip
    assert refusal(cases, back.name) is None
    counted = tally(outcomes(cases))
    assert sorted(answers) == list(range(1, 11))
    assert returned.altered == (21,)
    assert set(returned.missing) == {22, 23, 24}
    assert len(returned.unknown) == 3
    assert counted == {Effect.APPLIED: 2, Effect.CONFLICT: 5, Effect.NEXT_STEP: 3, Effect.REPEATED: 0}
    assert sum(counted.values()) == len(answers)
    told = returned_minutes(
        Batch(
            code=batch, register="children", unit="xã Hòa Mẫu", unit_code="99999", sent_on=date(2026, 6, 18),
            due=date(2026, 6, 24), chain_head="0" * 16,
        ),
        sent(COUNT), returned, {number: answer for number, answer in answers.items() if answer},
        (date(2026, 6, 24), HandedFile(name=back.name, sha256=back.sha256)),
    )  # fmt: skip
    assert told["answered"] + told["unanswered"] + told["altered"] == told["sent"] == COUNT
    assert sum(told["results"].values()) == told["answered"] == 10


def test_the_same_file_again_is_repeated_row_by_row(tmp_path: Path) -> None:
    table = list(people().iter_rows(named=True))
    said = {number: {"result": "Khớp" if number % 2 else "Không tìm thấy"} for number in range(1, 13)}
    back = read_police_answer(answered(tmp_path / "tra.xlsx", said), ReadingOptions())
    cases = [
        Case(sent=facts(row), current=facts(row), answer=one.answer, previous=one.answer)
        for row, one in zip(table, back.rows, strict=True)
        if one.answer
    ]
    assert Counter(outcome.effect for outcome in outcomes(cases)) == {Effect.REPEATED: 12}


def test_a_made_up_child_has_what_a_batch_needs() -> None:
    assert people().select(pl.col("full_name", "birth_date", "sex").is_not_null().all()).row(0) == (True, True, True)
