"""What stands around every page: headers, masking, words for persons, differences in letters, refusals."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.core.checks import run_checks
from django.test import Client
from django.test.utils import override_settings
from hypothesis import given
from hypothesis import strategies as st

from sosach.store.log.models import Event
from sosach.web.frame.letters import Part, hidden_middle, parts
from sosach.web.frame.masking import masked
from sosach.web.frame.opaque import hidden, shown
from sosach.web.frame.templatetags.desk import without_settings
from tests.web.conftest import Desk, name_of

ROOM = Path(__file__).parent.parent.parent / "src" / "sosach" / "web"


@pytest.mark.parametrize(
    ("number", "seen"),
    [("027315600007", "027•••••••07"), ("27315600007", "273••••••07"), ("1234567", "•••••••"), ("", ""), (None, "")],
)
def test_numbers_show_their_first_three_and_last_two_digits(number: str | None, seen: str):
    assert masked(number) == seen


@given(st.integers(0, 2**63 - 1))
def test_a_word_for_a_person_leads_back_and_tells_nothing(person: int):
    word = hidden(person)
    assert shown(word) == person
    assert re.fullmatch(r"[a-z2-7]{26}", word)
    assert str(person) not in word or person < 10_000


def test_words_that_were_not_made_here_mean_nobody():
    word = hidden(17)
    others = [word[:-1] + ("a" if word[-1] != "a" else "b"), "abc", "", "17", word.upper() + "a", "!" * 26]
    assert {shown(other) for other in others} == {None}
    with override_settings(SECRET_KEY="of another home"):
        assert shown(word) is None


def test_differences_are_told_letter_by_letter():
    old, new = parts("Nguyển Thị", "Nguyễn Thị")
    assert old == [Part("Nguy", False), Part("ể", True), Part("n Thị", False)]
    assert [run.text for run in new if run.differs] == ["ễ"]


@given(st.text(max_size=30), st.text(max_size=30))
def test_runs_of_letters_are_the_whole_value(old: str, new: str):
    one, other = parts(old, new)
    assert "".join(run.text for run in one) == old
    assert "".join(run.text for run in other) == new


def test_a_number_under_review_shows_what_differs_and_hides_the_rest():
    _, new = parts("27315600007", "027315600007")
    assert "".join(run.text for run in hidden_middle(new)) == "027•••••••07"
    assert [run.text for run in hidden_middle(new) if run.differs] == ["0"]


@given(st.text("0123456789", max_size=14), st.text("0123456789", max_size=14))
def test_two_numbers_beside_each_other_never_tell_a_whole_one(old: str, new: str):
    for runs in map(hidden_middle, parts(old, new)):
        told = "".join(run.text for run in runs)
        assert len(told.replace("•", "")) <= 3 + 2 + 4
        assert len(told) in (len(old), len(new))


def test_every_answer_forbids_what_comes_from_elsewhere(desk: Desk, as_role: Callable[[str | None], Client]):
    for place in ("/", "/dang-nhap", "/gi-do-khong-co", "/ra-soat/children"):
        answer = as_role("operator").get(place)
        policy = answer["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "*" not in policy
        assert answer["X-Frame-Options"] == "DENY"
        assert answer["Cache-Control"] == "no-store"
        assert answer["X-Content-Type-Options"] == "nosniff"


def test_no_page_has_styles_or_scripts_of_its_own_or_names_another_host():
    for template in ROOM.rglob("*.html"):
        text = template.read_text(encoding="utf-8")
        assert not re.search(r"\sstyle=|\son[a-z]+=|<style|<script(?! src)", text), template.name
        assert not re.search(r"(?:src|href|action)=\"https?://", text), template.name
        assert "|safe" not in text, template.name
        assert "autoescape" not in text, template.name


def test_scripts_of_others_are_those_that_are_written_down():
    import hashlib

    told = (ROOM / "static" / "vendor" / "ORIGIN.md").read_text(encoding="utf-8")
    for script in (ROOM / "static" / "vendor").glob("*.js"):
        assert hashlib.sha256(script.read_bytes()).hexdigest() in told, script.name
        assert "sourceMappingURL=http" not in script.read_text(encoding="utf-8")


def test_every_form_that_changes_something_carries_a_token():
    for template in ROOM.rglob("*.html"):
        text = template.read_text(encoding="utf-8")
        for form in re.findall(r"<form[^>]*method=\"post\".*?</form>", text, re.DOTALL):
            assert "csrf_token" in form, template.name


def _faults_of_deployment() -> list[str]:
    """But for the one that stands while a browser is driven from this process."""
    told = run_checks(include_deployment_checks=True)
    return [str(one) for one in told if one.id != "async.E001" and not one.is_silenced()]


def test_deployment_checks_are_clean_behind_tls_and_on_this_machine(desk: Desk):
    names = [name for name in dir(settings) if name.isupper()]
    assert "SECRET_KEY" in names
    long_key = "".join(chr(33 + i % 90) for i in range(80))
    with override_settings(SECRET_KEY=long_key):
        assert _faults_of_deployment() == []
    secure = {
        "SILENCED_SYSTEM_CHECKS": [],
        "SECURE_SSL_REDIRECT": True,
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "SECURE_HSTS_SECONDS": 31_536_000,
        "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
        "SECURE_HSTS_PRELOAD": True,
    }
    with override_settings(SECRET_KEY=long_key, **secure):
        assert _faults_of_deployment() == []


def test_a_form_that_is_not_ours_changes_nothing(desk: Desk):
    client = Client(enforce_csrf_checks=True, headers={"host": "127.0.0.1"})
    assert client.post("/dang-nhap", {"name": name_of("operator"), "password": "x"}).status_code == 403
    assert client.post("/dang-xuat", headers={"sec-fetch-site": "cross-site"}).status_code == 403


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "169.254.169.254"])
def test_another_name_in_front_of_the_desk_is_turned_away(desk: Desk, host: str):
    assert Client(headers={"host": host}).get("/dang-nhap").status_code == 400


def test_addresses_and_answers_to_the_nosy_hold_no_number(desk: Desk, as_role: Callable[[str | None], Client]):
    client = as_role("culture")
    for place in ("/", "/ra-soat/children", f"/ho-so/{desk.own_word}", "/nhap", "/trung/children", "/nhat-ky"):
        text = client.get(place, follow=True).content.decode()
        assert re.findall(r"(?<![\w-])\d{9,12}(?![\w-])", text) == [], place  # digests have letters
        assert not any(re.search(r"\d{9}", link) for link in re.findall(r'(?:href|action)="([^"]*)"', text)), place


def test_a_whole_number_is_shown_when_asked_for_and_the_log_says_so(
    desk: Desk, as_role: Callable[[str | None], Client]
):
    from sosach.store.registers.models import Person

    person = Person.objects.get(record_code="TE000010")
    answer = as_role("culture").post(f"/ho-so/{hidden(person.id)}/so/personal_id")
    assert person.personal_id in answer.content.decode()
    seen = Event.objects.get(kind="number_seen")
    assert seen.actor == name_of("culture")
    assert person.personal_id not in seen.details


@pytest.mark.parametrize("role", ["collaborator", "union", "clinic"])
def test_what_the_task_does_not_need_is_not_in_the_page(desk: Desk, as_role: Callable[[str | None], Client], role: str):
    text = as_role(role).get(f"/ho-so/{desk.own_word}").content.decode()
    assert "Hoàn cảnh đặc biệt" not in text
    assert ("Dân tộc" in text) == (role == "clinic")


def test_a_role_that_changes_holds_at_once(desk: Desk, as_role: Callable[[str | None], Client]):
    from sosach.store.accounts.models import Account

    client = as_role("culture")
    assert client.get("/ra-soat/children").status_code == 200
    Account.objects.filter(name=name_of("culture")).update(role="union", hamlets="[]")
    assert client.get("/ra-soat/children").status_code == 404
    Account.objects.filter(name=name_of("culture")).update(active=False)
    assert client.get("/").status_code == 302


def test_who_is_idle_for_a_quarter_of_an_hour_is_a_stranger(
    desk: Desk, as_role: Callable[[str | None], Client], monkeypatch: pytest.MonkeyPatch
):
    from datetime import timedelta

    from sosach.store.sign_in.models import Session
    from sosach.web.frame import clock, signed_in

    client = as_role("culture")
    assert client.get("/").status_code == 200
    started = clock.now()
    monkeypatch.setattr(signed_in, "now", lambda: started + timedelta(hours=10, minutes=1))
    assert client.get("/").status_code == 302  # however busy: after a working day
    monkeypatch.undo()
    other = as_role("police")
    Session.objects.update(expire_date=clock.now() - timedelta(seconds=1))
    assert other.get("/").status_code == 302
    assert settings.SESSION_COOKIE_AGE == 15 * 60


def test_the_time_an_answer_took_is_told_only_where_it_is_measured(desk: Desk, as_role: Callable[[str | None], Client]):
    assert "Server-Timing" not in as_role("culture").get("/")
    with override_settings(MIDDLEWARE=["sosach.web.frame.timing.timing", *settings.MIDDLEWARE]):
        told = as_role("culture").get("/")["Server-Timing"]
    spent = re.fullmatch(r"app;dur=([\d.]+), cpu;dur=([\d.]+)", told)
    assert spent is not None
    assert float(spent[1]) > 0
    assert float(spent[2]) > 0


def test_sentences_for_pages_say_nothing_of_lines_of_a_plan_file():
    told = 'chuyển danh sách cả trong giai đoạn kết xuất (during = ["export", "review"]): chuyển thứ Năm (04/6/2026)'
    assert without_settings(told) == "chuyển danh sách cả trong giai đoạn kết xuất: chuyển thứ Năm (04/6/2026)"


# Without a template engine (broken.html), the name of the program, and the two words of a register's column.
_NO_PROSE = re.compile(r'Sổ Sạch|>Nữ<|== "(?:Nữ|nữ)"')
_TRANSLATED = re.compile(
    r'\{% blocktranslate.*?\{% endblocktranslate %\}|\{% translate (?:"[^"]*"|\'[^\']*\')|_\("[^"]*"\)', re.S
)


def test_every_word_of_a_template_goes_through_gettext():
    for template in ROOM.rglob("*.html"):
        if template.name != "broken.html":
            left = _NO_PROSE.sub("", _TRANSLATED.sub("", template.read_text(encoding="utf-8")))
            assert re.findall(r"[^<>]*[À-ỹĐđ][^<>]*", left) == [], template.name
