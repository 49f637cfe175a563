"""What holds for every rule there is: its name, its words, its place, its tests."""

import re
import unicodedata
from collections.abc import Callable
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
from sosach.rules.evaluate import Question, findings_of_rows, findings_of_several, prepared, questions
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

each_register = pytest.mark.parametrize("register", registers().values(), ids=lambda r: r.name)


def _name(rule: Rule) -> str:
    return "/".join((rule.code, str(rule.field), *sorted(rule.registers or ())))


def _failing(holds: Callable[[Rule], bool]) -> list[str]:
    """The rules for which it does not hold."""
    return [_name(rule) for rule in rules() if not holds(rule)]


@cache
def _files() -> dict[str, str]:
    """The file of every rule, as a dotted name below `sosach.rules`."""
    files = {}
    for module in modules():
        loaded = import_module(module)
        for rule in getattr(loaded, "RULES", ()) or (loaded.RULE,):
            files[_name(rule)] = module.removeprefix("sosach.rules.")
    return files


def _messages(rule: Rule) -> list[str]:
    return [variant.message for variant in rule.variants]


def _texts(rule: Rule) -> list[str]:
    return [rule.label, rule.next_step, rule.reason, *_messages(rule)]


def _syllables(text: str) -> int:
    return len(re.findall(r"\w+", re.sub(r"\{\w+\}", "", text)))


def _registers_of(rule: Rule) -> list[Register]:
    return [register for register in registers().values() if any(rule is r for r in rules_for(register))]


def _questions(register: Register) -> tuple[Question, ...]:
    return questions(rules_for(register), Context(on=ON, register=register, commune=HOA_MAU), Headings())


@each_register
def test_no_two_rules_of_a_register_have_one_name(register):
    names = [question.name for question in _questions(register)]
    assert names
    assert sorted(set(names)) == sorted(names)


def test_code_is_the_name_of_the_file_with_the_relative_in_front():
    def holds(rule: Rule) -> bool:
        name = _files()[_name(rule)].rsplit(".", 1)[1]
        return rule.code in {name, *(f"{who}_{name}" for who in RELATIVES)}

    assert _failing(holds) == []


def test_label_fits_on_a_chip():
    assert _failing(lambda r: 1 <= _syllables(r.label) <= 5) == []
    assert _failing(lambda r: not re.search(r"[.{]", r.label)) == []


def test_message_is_one_sentence():
    assert _failing(lambda r: all(m.endswith(".") for m in _messages(r))) == []
    assert _failing(lambda r: not any(re.search(r"[.!?\n]", m[:-1]) for m in _messages(r))) == []
    assert _failing(lambda r: all(m[0].isupper() or m[0] in "“{" for m in _messages(r))) == []


def test_message_is_short():
    assert _failing(lambda r: all(5 <= _syllables(m) <= 45 for m in _messages(r))) == []


def test_message_is_set_properly():
    bare = re.compile(r"  | [,;.]|[†{}\"]")
    assert _failing(lambda r: not any(bare.search(re.sub(r"\{\w+\}", "x", m)) for m in _messages(r))) == []


def test_next_step_is_one_short_imperative():
    assert _failing(lambda r: bool(re.fullmatch(r"[^.{]+\.", r.next_step))) == []
    assert _failing(lambda r: 1 <= _syllables(r.next_step) <= 10) == []


def test_reason_is_written_down():
    assert _failing(lambda r: r.reason.endswith(".") and _syllables(r.reason) >= 8 and "{" not in r.reason) == []


def test_letters_are_composed():
    assert _failing(lambda r: all(unicodedata.is_normalized("NFC", text) for text in _texts(r))) == []


def test_nobody_is_accused():
    never = re.compile(rf"\b(?:{'|'.join(NEVER_WRITTEN)})\b", re.IGNORECASE)
    assert _failing(lambda r: not any(never.search(text) for text in _texts(r))) == []


def test_every_placeholder_is_known_wherever_the_rule_speaks():
    def holds(rule: Rule) -> bool:
        asked = {word for message in _messages(rule) for word in placeholders(message)}
        known = [{*register.by_name, *STANDARD_WORDS, *rule.words} for register in _registers_of(rule)]
        return all(asked <= words for words in known)

    assert _failing(holds) == []


def test_sentences_about_another_row_belong_to_rules_about_pairs():
    about_another = [r for r in rules() if any("other_at" in placeholders(m) for m in _messages(r))]
    assert about_another
    assert [_name(r) for r in about_another if not r.together or r.run] == []


def test_of_several_variants_only_the_last_can_always_speak():
    several = [rule for rule in rules() if len(rule.variants) > 1]
    assert [_name(r) for r in several if any(v.when is None for v in r.variants[:-1])] == []
    assert [_name(r) for r in several if r.variants[-1].when is not None] == []


def test_only_what_needs_nothing_done_has_no_group():
    def is_info(rule: Rule) -> bool:
        return all((v.severity or rule.severity) is Severity.INFO for v in rule.variants)

    assert _failing(lambda r: (r.group is None) == is_info(r)) == []
    assert _failing(lambda r: (r.next_step == "Không cần làm gì.") == is_info(r)) == []


def test_a_suggestion_says_how_sure_it_is():
    assert _failing(lambda r: all((v.suggestion is None) == (v.certainty is None) for v in r.variants)) == []


def test_rule_speaks_in_some_register():
    assert _failing(lambda r: bool(_registers_of(r)) and (r.registers or set()) <= set(registers())) == []


def test_rules_that_others_yield_to_exist():
    codes = {rule.code for rule in rules()}
    assert _failing(lambda r: set(r.yields_to) <= codes - {r.code}) == []


def test_rule_has_its_tests():
    """The fault, its nearest lawful look-alike and the empty cell."""

    def holds(rule: Rule) -> bool:
        *folders, name = _files()[_name(rule)].split(".")
        file = TESTS.joinpath(*folders, f"test_{name}.py")
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        several = len(re.findall(r"^def test_", text, re.MULTILINE)) >= 2
        fault = re.search(r"check_(broken|suggests|message)\(|findings\(", text)
        return bool(several and fault and "check_silent(" in text and re.search(r"None|empty|blank", text))

    assert _failing(holds) == []


@each_register
def test_rules_ask_only_for_columns_that_cleaning_makes(register):
    rows = [{field.name: "x" for field in register.fields}]
    made = set(typed(raw_frame(rows), Cleaning(register=register, on=ON)).columns) | _made_when_there_is_cause()
    assert [(q.name, sorted(q.columns() - made)) for q in _questions(register) if not q.answerable(made)] == []


@each_register
def test_every_rule_bears_a_file_with_one_column(register):
    """Exports lack columns; a rule is silent then, or speaks without them, but never fails."""
    for field in register.fields:
        rows = [{field.name: text} for text in ("x", "27215600001", "01/01/2015", None, "Nguyễn Văn An")]
        frame, able = prepared(typed(raw_frame(rows), Cleaning(register=register, on=ON)), _questions(register))
        findings_of_rows(frame, [q for q in able if not q.rule.together])
        findings_of_several(frame, [q for q in able if q.rule.together])


def _made_when_there_is_cause() -> set[str]:
    """Columns that stand in a frame only when the commune is known or some cell is odd."""
    fields = {field.name for register in registers().values() for field in register.fields}
    odd = {f"{name}__{what}" for name in fields for what in ("legacy", "charset", "invisible")}
    told = ("commune", "place_state", "place_new", "place_old", "candidates")
    return odd | {f"address__{name}" for name in told} | {"hamlet__match", "hamlet__match_state"}
