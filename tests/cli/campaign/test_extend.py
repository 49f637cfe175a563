"""`sosach campaign extend` as it is called."""

from sosach.cli.main import CANNOT, DONE, run
from sosach.store.accounts.models import Deadline

GIVEN = ["--until", "2026-06-30", "--document", "123/UBND", "--on", "2026-06-17"]


def test_a_deadline_moves(campaign, capsys):
    assert run(["campaign", "extend", "children", *GIVEN, "--reason", "Mất điện"]) == DONE
    assert "trẻ em đến ngày 30/06/2026" in capsys.readouterr().out
    assert Deadline.objects.get().document == "123/UBND"


def test_not_without_a_reason(campaign, capsys):
    assert run(["campaign", "extend", "children", *GIVEN]) == CANNOT
    assert run(["campaign", "extend", "children", *GIVEN, "--reason", " "]) == CANNOT
    assert Deadline.objects.count() == 0
