"""Errands of the desk beside the great rounds, as cases for stopped services."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from sosach.store.accounts.models import Account
from sosach.store.desk.judge_pair import Merge, decline, propose_merge, two_persons
from sosach.store.desk.merge import merge_records
from sosach.store.desk.prepared_files import prepare_and_keep, take_kept
from sosach.store.desk.replace_number import Replacing, decline_number, propose_number
from sosach.store.desk.replace_plan import replace_plan
from sosach.store.desk.reveal import reveal
from sosach.store.desk.set_aside import set_findings_aside
from sosach.store.desk.take_out import take_out
from sosach.store.desk.type_answers import type_answers
from sosach.store.desk.type_ticks import Said, type_ticks
from sosach.store.desk.type_visits import type_visits
from sosach.store.findings.models import Finding
from sosach.store.log.act import Actor
from sosach.store.registers.models import Person
from sosach.store.reports.services import Wanted, edit, freeze_report
from sosach.store.sign_in import one_time
from sosach.store.sign_in.models import Credential
from sosach.store.sign_in.services import close_account, let_in, set_password, set_up_codes
from tests.store.people import ON, OPERATOR, ROOT, child, children, taken_in
from tests.store.police import lists
from tests.store.upload import exports
from tests.store.visits import lists as visits

SECOND = Actor("Trần Văn Hai", "culture")
AT = datetime(2026, 6, 18, 3, 0, tzinfo=UTC)
PASSWORD = "rau muống luộc chấm"


def _people(folder: Path) -> list[Person]:
    taken_in(folder / "a.xlsx", [child(1, ethnicity="Kinhh"), *children(4)[1:]])
    return list(Person.objects.order_by("id"))


def _take_out(_folder: Path) -> Callable[[], object]:
    return lambda: take_out("police_list", "TE-02", "Giao Công an", actor=OPERATOR, on=ON)


def _reveal(folder: Path) -> Callable[[], object]:
    person = _people(folder)[0].id
    return lambda: reveal(person, "personal_id", actor=OPERATOR, on=ON)


def _type_answers(folder: Path) -> Callable[[], object]:
    lists.asked(folder, 1, 2)
    batch = lists.sent(folder).batch
    assert batch is not None
    typed = {1: {key: str(value) for key, value in lists.given(1).items()}, 2: {"result": "Không tìm thấy"}}
    return lambda: type_answers(batch.code, typed, actor=OPERATOR, on=lists.WEDNESDAY)


def _type_visits(folder: Path) -> Callable[[], object]:
    visits.register(folder, {"sex": ""}, {"mother_name": ""})
    code = visits.sent(folder).visits[0].code
    typed = {1: {"answer": "Nữ", "seen": "", "note": ""}}
    return lambda: type_visits(code, typed, actor=OPERATOR, on=visits.BACK)


def _type_ticks(folder: Path) -> Callable[[], object]:
    code = exports.prepared(exports.register(folder), folder / "o.xlsx").done.upload.code
    said = {1: Said(done=True), 2: Said(done=False, note="Không mở được")}
    return lambda: type_ticks(code, said, actor=OPERATOR, on=exports.LATER)


def _prepare_and_keep(folder: Path) -> Callable[[], object]:
    wanted = exports.wanted(exports.register(folder), folder / "o.xlsx")
    return lambda: prepare_and_keep("children", wanted, actor=OPERATOR, on=ON)


def _take_kept(folder: Path) -> Callable[[], object]:
    _prepare_and_keep(folder)()
    return lambda: take_kept("CN-01", "Tải lên phần mềm", actor=OPERATOR, on=ON)


def _two_persons(folder: Path) -> Callable[[], object]:
    one, other, *_ = _people(folder)
    return lambda: two_persons(one.id, other.id, "Hai trẻ", actor=OPERATOR, on=ON)


def _propose_merge(folder: Path) -> Callable[[], object]:
    one, other, *_ = _people(folder)
    return lambda: propose_merge(Merge(goes=one.id, stays=other.id, taken=()), "Một trẻ", actor=SECOND, on=ON)


def _decline_merge(folder: Path) -> Callable[[], object]:
    number = _propose_merge(folder)()
    assert isinstance(number, int)
    return lambda: decline(number, "Không phải", actor=OPERATOR, on=ON)


def _merge(folder: Path) -> Callable[[], object]:
    _people(folder)
    return lambda: merge_records("children", "TE000002", "TE000003", "Một trẻ", actor=OPERATOR, on=ON)


def _propose_number(folder: Path) -> Callable[[], object]:
    person = _people(folder)[3]
    value = "027213800001"
    wanted = Replacing(person=person.id, seen=person.version, value=value, evidence="Thẻ", reason="Nhầm")
    return lambda: propose_number(wanted, actor=SECOND, on=ON)


def _decline_number(folder: Path) -> Callable[[], object]:
    number = _propose_number(folder)()
    assert isinstance(number, int)
    return lambda: decline_number(number, "Không đúng", actor=OPERATOR, on=ON)


def _set_aside(folder: Path) -> Callable[[], object]:
    rule = Finding.objects.filter(person=_people(folder)[0])[0].rule
    return lambda: set_findings_aside("children", "TE000001", rule, "Để lại", actor=OPERATOR, on=ON)


def _replace_plan(folder: Path) -> Callable[[], object]:
    text = (ROOT / "plans" / "mau.toml").read_text(encoding="utf-8")
    path = folder / "plan.toml"
    path.write_text(text.replace("due = 2026-06-18", "due = 2026-06-25", 1), encoding="utf-8")
    return lambda: replace_plan(path, "Điều chỉnh", actor=OPERATOR, on=ON)


def _account(_folder: Path) -> Account:
    return let_in("Vũ Thị Lụa", "clinic", frozenset(), PASSWORD, actor=OPERATOR, on=ON)


def _password(folder: Path) -> Callable[[], object]:
    account = _account(folder)
    return lambda: set_password(account, "cá kho tộ với tiêu", actor=OPERATOR, on=ON)


def _close(folder: Path) -> Callable[[], object]:
    name = _account(folder).name
    return lambda: close_account(name, actor=OPERATOR, on=ON)


def _codes(folder: Path) -> Callable[[], object]:
    account, secret = _account(folder), one_time.new_secret()
    code = one_time.code(secret, int(AT.timestamp() // one_time.STEP))
    return lambda: set_up_codes(Credential.objects.get(account=account), secret, code, on=ON, now=AT)


def _edit(folder: Path) -> Callable[[], object]:
    _people(folder)
    number = freeze_report(Wanted(kind="adhoc", on=ON), actor=OPERATOR).number
    return lambda: edit(number, "difficulties", "Mất điện hai ngày.", actor=OPERATOR, on=ON)


# What a service on its way is prepared by, and the steps that it has at least.
CASES: dict[str, tuple[Callable[[Path], Callable[[], object]], int]] = {
    "taken_out": (_take_out, 3),
    "number_seen": (_reveal, 4),
    "answers_typed": (_type_answers, 25),
    "visits_typed": (_type_visits, 20),
    "ticks_typed": (_type_ticks, 8),
    "upload_kept": (_prepare_and_keep, 20),
    "upload_taken_out": (_take_kept, 4),
    "two_persons": (_two_persons, 5),
    "merge_proposed": (_propose_merge, 5),
    "merge_declined": (_decline_merge, 5),
    "merge_at_once": (_merge, 10),
    "number_proposed": (_propose_number, 5),
    "number_declined": (_decline_number, 5),
    "set_aside": (_set_aside, 5),
    "plan": (_replace_plan, 5),
    "password": (_password, 5),
    "account_closed": (_close, 5),
    "one_time_codes": (_codes, 4),
    "report_edited": (_edit, 4),
}
