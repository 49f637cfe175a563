"""Plan files as offices write them, and the slips they make."""

from datetime import date
from pathlib import Path

import pytest

from sosach.campaign.plan import read_plan
from sosach.campaign.precedence import Source, usual
from sosach.findings.notices import Notice, Refused

SAMPLE = Path(__file__).parents[2] / "plans" / "mau.toml"

UNIT = '[unit]\ncode = "99999"\nname = "xã Hòa Mẫu"\nprovince = "tỉnh Bắc Ninh"\n'


def read(folder: Path, text: str, encoding: str = "utf-8"):
    path = folder / "plan.toml"
    path.write_text(text, encoding=encoding)
    return read_plan(path)


def refusal(folder: Path, text: str) -> Notice:
    with pytest.raises(Refused) as caught:
        read(folder, text)
    return caught.value.notice


def test_sample_plan_is_the_commune_of_the_samples():
    plan = read_plan(SAMPLE)
    assert (plan.unit.code, plan.unit.name, plan.unit.province) == ("99999", "xã Hòa Mẫu", "tỉnh Bắc Ninh")
    assert len(plan.hamlets) == 10
    assert plan.registers["children"].due == date(2026, 6, 18)


def test_former_name_of_two_old_communes_stands_twice():
    assert read_plan(SAMPLE).hamlet_names(date(2026, 6, 18)).count("Xóm Giữa") == 2


def test_hamlets_before_the_merger_are_not_those_of_today():
    assert read_plan(SAMPLE).hamlet_names(date(2025, 6, 30)) == ()


def test_hamlet_merged_during_the_campaign_counts_until_its_last_day(tmp_path):
    plan = read(tmp_path, UNIT + '[[hamlets]]\nname = "Thôn Cũ"\nvalid_until = 2026-06-10\n')
    assert plan.hamlet_names(date(2026, 6, 10)) == ("Thôn Cũ",)
    assert plan.hamlet_names(date(2026, 6, 11)) == ()


def test_plan_without_hamlets_is_a_plan(tmp_path):
    assert read(tmp_path, UNIT).hamlets == ()


def test_file_saved_by_notepad_with_a_byte_order_mark(tmp_path):
    assert read(tmp_path, UNIT, encoding="utf-8-sig").unit.code == "99999"


def test_no_file(tmp_path):
    with pytest.raises(Refused) as caught:
        read_plan(tmp_path / "plan.toml")
    assert caught.value.notice.code == "file_not_found"


def test_file_saved_in_another_encoding(tmp_path):
    with pytest.raises(Refused) as caught:
        read(tmp_path, UNIT, encoding="utf-16")
    assert caught.value.notice.code == "plan_syntax"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param('[unit]\ncode = "99999\n', "2", id="quotation mark forgotten"),
        pytest.param("[unit]\nname = xã Hòa Mẫu\n", "2", id="no quotation marks"),
        pytest.param('[unit]\ncode = "9"\ncode = "8"\n', "3", id="key twice"),
        pytest.param("[unit", "1", id="cut off"),
    ],
)
def test_broken_syntax_names_the_line(tmp_path, text, row):
    found = refusal(tmp_path, text)
    assert found.code == "plan_syntax"
    assert f"dòng {row}" in found.message


def hamlet(lines: str) -> str:
    return f"{UNIT}[[hamlets]]\n{lines}\n"


def schedule(lines: str, register: str = "children") -> str:
    return f"{UNIT}[registers.{register}]\n{lines}\n"


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        pytest.param("", "plan_missing", "unit", id="empty file"),
        pytest.param(UNIT.replace('name = "xã Hòa Mẫu"\n', ""), "plan_missing", "unit.name", id="no name"),
        pytest.param(UNIT.replace('"99999"', "99999"), "plan_value", "unit.code", id="code as a number"),
        pytest.param(UNIT.replace('"99999"', '"9466"'), "plan_value", "unit.code", id="code lost its zero"),
        pytest.param(UNIT.replace('"xã Hòa Mẫu"', '""'), "plan_value", "unit.name", id="empty name"),
        pytest.param(UNIT + 'huyen = "Gia"\n', "plan_unknown", "unit.huyen", id="key nobody knows"),
        pytest.param(UNIT + "[[hamlet]]\n", "plan_unknown", "hamlet", id="misspelt table"),
        pytest.param('hamlets = ["Thôn A"]\n' + UNIT, "plan_value", "hamlets[1]", id="hamlets as a list of words"),
        pytest.param(hamlet('ten = "A"'), "plan_missing", "hamlets[1].name", id="hamlet without a name"),
        pytest.param(hamlet('name = "A"\nvalid_from = "1/7/2025"'), "plan_value", "valid_from", id="date as text"),
        pytest.param(hamlet('name = "A"\nvalid_from = 2025-07-01T00:00:00'), "plan_value", "valid_from", id="a time"),
        pytest.param(hamlet('name = "A"\nformer_names = [1]'), "plan_value", "former_names", id="number for a name"),
        pytest.param(hamlet('name = "A"\n[[hamlets]]\nname = "A"'), "plan_twice", "A", id="hamlet twice"),
        pytest.param(schedule("starts = 2026-06-04"), "plan_missing", "children.due", id="no last day"),
        pytest.param(schedule("starts = 2026-06-04\ndue = 2026-06-03"), "plan_value", "children.due", id="due first"),
        pytest.param(schedule("", register="tre_em"), "plan_unknown", "registers.tre_em", id="register nobody knows"),
    ],
)
def test_wrong_plan_is_refused_with_its_place(tmp_path, text, code, place):
    found = refusal(tmp_path, text)
    assert found.code == code
    assert place in found.message
    assert "plan.toml" in found.message


def test_plan_without_an_order_of_sources_follows_the_law(tmp_path):
    assert read(tmp_path, UNIT).precedence == usual()


def test_plan_may_trust_another_source_for_one_field(tmp_path):
    text = UNIT + '[precedence.fields]\npersonal_id = ["population_database", "birth_book"]\n'
    precedence = read(tmp_path, text).precedence
    assert precedence.order("personal_id") == (Source.POPULATION_DATABASE, Source.BIRTH_BOOK)
    assert precedence.order("full_name") == usual().default


@pytest.mark.parametrize(
    ("order", "code"),
    [
        ('default = ["so_ho_tich"]', "plan_value"),
        ('default = ["register", "register"]', "plan_value"),
        ('fields = { tuoi = ["register"] }', "plan_unknown"),
        ('mac_dinh = ["register"]', "plan_unknown"),
    ],
)
def test_order_of_sources_with_a_slip_is_refused(tmp_path, order, code):
    assert refusal(tmp_path, f"{UNIT}[precedence]\n{order}\n").code == code
