"""What holds for every rule there is: its name, its words, its place, its tests."""

import re
import unicodedata
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from sosach.cleaning.frame import Cleaning, typed
from sosach.findings.finding import Severity
from sosach.registers.catalogue import registers
from sosach.registers.field import RELATIVES
from sosach.registers.register import Register
from sosach.rules.catalogue import modules, rules, rules_for
from sosach.rules.context import Context
from sosach.rules.evaluate import findings_of_rows, findings_of_several, questions
from sosach.rules.message import STANDARD_WORDS, Headings, placeholders
from sosach.rules.rule import Rule
from tests.rules.tools import HOA_MAU, ON, raw_frame

TESTS = Path(__file__).parent

# Words of accusation, of contempt, or of more certainty than anybody has; looked for as whole words.
NEVER_WRITTEN = (
    "lỗi hệ thống",
    "lỗi không xác định",
    "vi phạm",
    "gian lận",
    "trục lợi",
    "giả mạo",
    "khai man",
    "cố tình",
    "thiếu trách nhiệm",
    "yếu kém",
    "bất hợp pháp",
    "trái phép",
    "phạt",
    "CCCD giả",
    "số ma",
    "con hoang",
    "ngoài giá thú",
    "không cha",
    "tàn tật",
    "mù chữ",
    "vô thừa nhận",
    "hợp lệ theo pháp luật",
    "Công an xác nhận",
    "vui lòng",
    "xin lỗi",
)


def _key(rule: Rule) -> str:
    return "/".join((rule.code, str(rule.field), *sorted(rule.registers or ())))


@cache
def _files() -> dict[str, str]:
    """The file of every rule, as a dotted name below `sosach.rules`."""
    files = {}
    for module in modules():
        loaded = import_module(module)
        for rule in getattr(loaded, "RULES", ()) or (loaded.RULE,):
            files[_key(rule)] = module.removeprefix("sosach.rules.")
    return files


def _sentences(rule: Rule) -> list[str]:
    return [variant.message for variant in rule.variants]


def _syllables(text: str) -> int:
    return len(re.findall(r"\w+", re.sub(r"\{\w+\}", "", text)))


each_rule = pytest.mark.parametrize("rule", rules(), ids=_key)
each_register = pytest.mark.parametrize("register", registers().values(), ids=lambda r: r.name)


@each_register
def test_no_two_rules_of_a_register_have_one_name(register):
    names = [question.name for question in _questions(register)]
    assert names
    assert sorted(set(names)) == sorted(names)


@each_rule
def test_code_is_the_name_of_the_file_with_the_relative_in_front(rule):
    name = _files()[_key(rule)].rsplit(".", 1)[1]
    assert rule.code in {name, *(f"{who}_{name}" for who in RELATIVES)}


@each_rule
def test_label_fits_on_a_chip(rule):
    assert 1 <= _syllables(rule.label) <= 5
    assert not rule.label.endswith(".")
    assert not placeholders(rule.label)


@each_rule
def test_message_is_one_short_sentence(rule):
    for message in _sentences(rule):
        assert message.endswith(".")
        assert not re.search(r"[.!?\n]", message[:-1])
        assert not re.search(r"  | [,;.]|[†{}]", re.sub(r"\{\w+\}", "x", message))
        assert 5 <= _syllables(message) <= 45
        assert message[0].isupper() or message[0] in "“{"


@each_rule
def test_next_step_is_one_short_imperative(rule):
    assert rule.next_step.endswith(".")
    assert "." not in rule.next_step[:-1]
    assert 1 <= _syllables(rule.next_step) <= 10
    assert not placeholders(rule.next_step)


@each_rule
def test_reason_is_written_down(rule):
    assert rule.reason.endswith(".")
    assert _syllables(rule.reason) >= 8
    assert not placeholders(rule.reason)


@each_rule
def test_words_are_composed_letters(rule):
    for text in (rule.label, rule.next_step, rule.reason, *_sentences(rule)):
        assert unicodedata.is_normalized("NFC", text)
        assert '"' not in text


@each_rule
def test_nobody_is_accused(rule):
    text = " ".join((rule.label, rule.next_step, rule.reason, *_sentences(rule)))
    found = [words for words in NEVER_WRITTEN if re.search(rf"\b{words}\b", text, re.IGNORECASE)]
    assert not found


@each_rule
def test_every_placeholder_is_known_wherever_the_rule_speaks(rule):
    for register in _registers_of(rule):
        known = {*register.by_name, *STANDARD_WORDS, *rule.words}
        for message in _sentences(rule):
            assert set(placeholders(message)) <= known


@each_rule
def test_sentences_about_another_row_belong_to_rules_about_pairs(rule):
    if any("other_at" in placeholders(message) for message in _sentences(rule)):
        assert rule.together
        assert not rule.run


@each_rule
def test_every_variant_but_the_last_has_its_condition(rule):
    *conditional, last = rule.variants
    assert all(variant.when is not None for variant in conditional)
    assert last.when is None


@each_rule
def test_only_what_needs_nothing_done_has_no_group(rule):
    loudest = {variant.severity or rule.severity for variant in rule.variants}
    assert (rule.group is None) == (loudest == {Severity.INFO})
    if loudest == {Severity.INFO}:
        assert rule.next_step == "Không cần làm gì."


@each_rule
def test_a_suggestion_says_how_sure_it_is(rule):
    for variant in rule.variants:
        assert (variant.suggestion is None) == (variant.certainty is None)


@each_rule
def test_rule_speaks_in_some_register(rule):
    assert _registers_of(rule)
    assert rule.registers is None or rule.registers <= set(registers())


@each_rule
def test_rules_it_yields_to_exist(rule):
    codes = {other.code for other in rules()}
    assert set(rule.yields_to) <= codes - {rule.code}


@each_rule
def test_rule_has_its_tests(rule):
    """The fault, its nearest lawful look-alike and the empty cell."""
    *folders, name = _files()[_key(rule)].split(".")
    file = TESTS.joinpath(*folders, f"test_{name}.py")
    assert file.exists()
    text = file.read_text(encoding="utf-8")
    assert len(re.findall(r"^def test_", text, re.MULTILINE)) >= 2
    assert re.search(r"check_(broken|suggests|message)\(|findings\(", text)
    assert "check_silent(" in text
    assert re.search(r"None|empty|blank", text)


@each_register
def test_rules_ask_only_for_columns_that_cleaning_makes(register):
    frame = typed(raw_frame([{field.name: "x" for field in register.fields}]), Cleaning(register=register, on=ON))
    made = set(frame.columns) | {"_key"} | _made_for_a_known_commune()
    for question in _questions(register):
        assert question.columns() <= made, f"{question.name} would never speak"


@each_register
def test_every_rule_bears_a_file_with_one_column(register):
    """Exports lack columns; a rule is silent then, or speaks without them, but never fails."""
    for field in register.fields:
        rows = [{field.name: text} for text in ("x", "27215600001", "01/01/2015", None, "Nguyễn Văn An")]
        frame = typed(raw_frame(rows), Cleaning(register=register, on=ON))
        asked = _questions(register)
        findings_of_rows(frame, [q for q in asked if not q.rule.together])
        findings_of_several(frame, [q for q in asked if q.rule.together])


def _registers_of(rule: Rule) -> list[Register]:
    return [register for register in registers().values() if any(rule is r for r in rules_for(register))]


def _made_for_a_known_commune() -> set[str]:
    told = ("commune", "place_state", "place_new", "place_old", "candidates")
    return {f"address__{name}" for name in told} | {"hamlet__match", "hamlet__match_state"}


def _questions(register: Register, on: date = ON):
    return questions(rules_for(register), Context(on=on, register=register, commune=HOA_MAU), Headings())
