"""Makes docs/rules.md, the page of all rules, from the catalogue: `python tools/rules_page.py [--check]`.

With `--check` nothing is written; exit code 1 tells that the page is older than the rules.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sosach.findings.finding import GROUP_LABELS, SEVERITY_LABELS, Group, Severity
from sosach.registers.catalogue import registers
from sosach.registers.field import RELATIVES
from sosach.rules.catalogue import rules, rules_for
from sosach.rules.message import UNVERIFIED_NOTE
from sosach.rules.rule import Rule

PAGE = Path(__file__).parent.parent / "docs" / "rules.md"

_HEAD = """# Các quy tắc kiểm tra

Trang này được lập tự động từ danh mục quy tắc của chương trình (`python tools/rules_page.py`); không sửa tay.

- **Lỗi**: không thể đúng như đang ghi. **Cần xác minh**: ít khi đúng, cần người xác nhận hoặc sửa theo giấy tờ.
  **Đã làm sạch**: chỉ gọn lại cách viết, không cần làm gì.
- Lỗi và việc cần xác minh đưa một người vào nhóm của kế hoạch (mục II.1.b); một người có thể ở nhiều nhóm.
- Chữ trong ngoặc nhọn, như `{value}`, được thay bằng nội dung của ô. `<who>` là father, mother, guardian hoặc carer.
- Không quy tắc nào tự sửa họ tên, ngày sinh, giới tính, số định danh: chương trình chỉ đề xuất, con người quyết định.
"""

_CLEANED = "Đã làm sạch"

_RELATIVES = ("cha", "mẹ", "người giám hộ", "giám hộ", "người chăm sóc", "chăm sóc")

MANY = 6  # fields from which they are not named one by one


def page() -> str:
    """The whole page."""
    families = _families()
    parts = [_HEAD]
    for group in (*Group, None):
        title = GROUP_LABELS[group] if group else _CLEANED
        members = [family for family in families if family[0].group is group]
        if members:
            parts.append(f"## {title}\n")
            parts += [_entry(family) for family in members]
    return "\n".join(parts)


def main(arguments: Sequence[str]) -> int:
    """Writes or checks the page."""
    if "--check" not in arguments:
        PAGE.write_text(page(), encoding="utf-8")
        return 0
    if PAGE.read_text(encoding="utf-8") == page():
        return 0
    print("docs/rules.md is older than the rules; run python tools/rules_page.py")
    return 1


def _families() -> list[list[Rule]]:
    """Rules that say the same of several fields stand together, in the order of the catalogue."""
    found: dict[str, list[Rule]] = {}
    for rule in rules():
        found.setdefault(_family(rule.code), []).append(rule)
    return list(found.values())


def _family(code: str) -> str:
    """The code, or `<who>_...` where every relative has it."""
    who, _, what = code.partition("_")
    return f"<who>_{what}" if who in RELATIVES and what.startswith("personal_id_") else code


def _entry(family: Sequence[Rule]) -> str:
    first = family[0]
    lines = [f"### {_label(family)} · `{_family(first.code)}`\n", _facts(family)]
    lines += [f"- Câu: {sentence}" for sentence in _sentences(family)]
    lines.append(f"- Việc cần làm: {_joined(_neutral(rule.next_step, family) for rule in family)}")
    lines.append(f"- Vì sao: {_joined(rule.reason for rule in family)}")
    silencing = _joined((f"`{_family(code)}`" for rule in family for code in rule.yields_to), ", ")
    if silencing:
        lines.append(f"- Không nói khi đã có: {silencing}")
    return "\n".join(lines) + "\n"


def _label(family: Sequence[Rule]) -> str:
    return _joined(_neutral(rule.label, family) for rule in family)


def _facts(family: Sequence[Rule]) -> str:
    severities = _joined((SEVERITY_LABELS[s] for rule in family for s in _severities(rule)), " hoặc ")
    return f"{severities} · {_fields(family)} · sổ {_joined(_registers(family), ', ')}\n"


def _severities(rule: Rule) -> list[Severity]:
    return [variant.severity or rule.severity for variant in rule.variants]


def _fields(family: Sequence[Rule]) -> str:
    labels = list(dict.fromkeys(_field_label(rule) for rule in family))
    if not any(labels):
        return "cả dòng"
    return "các cột chữ" if len(labels) > MANY else f"cột {', '.join(filter(None, labels))}"


def _field_label(rule: Rule) -> str:
    return next((r.by_name[rule.field].label for r in registers().values() if rule.field in r.by_name), "")


def _registers(family: Sequence[Rule]) -> Iterator[str]:
    for register in registers().values():
        if any(rule is member for rule in rules_for(register) for member in family):
            yield register.label


def _sentences(family: Sequence[Rule]) -> list[str]:
    note = UNVERIFIED_NOTE if family[0].unverified else ""
    return list(dict.fromkeys(f"{v.message.removesuffix('.')}{note}." for rule in family for v in rule.variants))


def _neutral(text: str, family: Sequence[Rule]) -> str:
    """A text without the relative it was written for, where every relative has the rule."""
    if _family(family[0].code) == family[0].code:
        return text
    return re.sub(rf"\b(của|[Ss]ố|[Ôô]|nơi số) (?:{'|'.join(_RELATIVES)})\b", r"\1 {relative}", text)


def _joined(texts: Iterable[str], between: str = " / ") -> str:
    """Each text once, in order."""
    return between.join(dict.fromkeys(texts))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
