import pytest
from django.db import transaction

from sosach.store.log import following
from sosach.store.log.act import Act, Change
from sosach.store.log.following import Following, News
from sosach.store.log.models import Event
from sosach.store.log.selectors import head
from sosach.store.log.services import begin
from sosach.store.writing import writing
from tests.store.people import ON, OPERATOR

ACT = Act(actor=OPERATOR, on=ON)


class Told:
    """What is read: the number of the last event; remembers how it was come by."""

    def __init__(self) -> None:
        self.read_anew, self.heard = 0, list[News]()
        self.following = Following(self._read, self._renew)

    def _read(self) -> int:
        self.read_anew += 1
        return head()[0]

    def _renew(self, _known: int, news: News) -> int | None:
        self.heard.append(news)
        return None if any(kind == "import" for _, kind in news.operations) else head()[0]


def _done(kind: str = "decision", *persons: int, **details: object) -> int:
    with writing():
        operation = begin(kind, ACT, **details)
        operation.record(*(Change(kind="changed", person=person, field="sex") for person in persons))
    return operation.number


@pytest.fixture
def told(campaign) -> Told:
    made = Told()
    assert made.following.now() == head()[0]
    return made


def test_what_still_holds_is_not_read_again(told):
    assert told.following.now() == told.following.now() == head()[0]
    assert (told.read_anew, told.heard) == (1, [])


def test_after_an_operation_it_hears_what_was_done_and_to_whom(told):
    number = _done("decision", 4, 7, 4)
    assert told.following.now() == head()[0]
    assert told.heard == [News(((number, "decision"),), frozenset({4, 7}))]
    assert told.read_anew == 1


def test_of_an_undo_it_hears_what_was_undone(told):
    number = _done("undo", operation=1, undone="import")
    told.following.now()
    assert told.heard[0].operations == ((number, "import"),)
    assert told.read_anew == 2


def test_after_very_much_everything_is_read_anew(told, monkeypatch):
    monkeypatch.setattr(following, "MOST", 3)
    _done("decision", 1, 2)
    told.following.now()
    assert told.read_anew == 1
    _done("decision", 1, 2, 3)
    assert told.following.now() == head()[0]
    assert told.read_anew == 2


def test_within_a_transaction_nothing_is_kept(told):
    with transaction.atomic():
        _done()
        assert told.following.now() == head()[0]
        transaction.set_rollback(True)
    assert told.following.now() == head()[0]
    assert (told.read_anew, told.heard) == (2, [])


def test_another_log_is_not_taken_for_the_same_one(told):
    told.following._mark = (head()[0], "0" * 64)
    assert told.following.now() == head()[0]
    assert told.read_anew == 2
    told.following._mark = (head()[0] + 5, "0" * 64)
    told.following.now()
    assert told.read_anew == 3


def test_another_home_is_read_anew(told, settings_home):
    assert Event.objects.exists()
    told.following.now()
    assert told.read_anew == 2


@pytest.fixture
def settings_home(told, monkeypatch):
    """The same tables under another name."""
    from django.conf import settings

    monkeypatch.setattr(settings, "SOSACH_HOME", f"{settings.SOSACH_HOME}-2")


def test_an_answer_is_given_again_until_an_operation_that_can_change_it(campaign):
    asked = []

    @following.until({"police_send"})
    def counted(register: str, on: int = 1) -> int:
        asked.append((register, on))
        return len(asked)

    assert [counted("a"), counted("a"), counted("b"), counted("a", on=2)] == [1, 1, 2, 3]
    _done("decision", 4)
    assert counted("a") == 1
    _done("police_send")
    assert counted("a") == 4
    _done("undo", operation=1, undone="police_send")
    assert counted("a") == 5
