"""Where commands look for the campaign, and who they say has acted."""

import argparse
from pathlib import Path

import pytest

from sosach.cli import home
from sosach.store.home import default_folder


@pytest.mark.parametrize(
    ("given", "environment", "expected"),
    [(Path("a"), "b", Path("a")), (None, "b", Path("b")), (None, "", None), (None, None, None)],
)
def test_the_option_stands_above_the_environment_and_that_above_the_default(monkeypatch, given, environment, expected):
    monkeypatch.delenv("SOSACH_HOME", raising=False)
    if environment is not None:
        monkeypatch.setenv("SOSACH_HOME", environment)
    assert home.folder(argparse.Namespace(home=given)) == (expected or default_folder())


@pytest.mark.parametrize(("given", "environment", "expected"), [("Mai", "Hoa", "Mai"), (None, "Hoa", "Hoa")])
def test_who_acts_is_named_or_known(monkeypatch, given, environment, expected):
    monkeypatch.setenv("SOSACH_USER", environment)
    actor = home.actor(argparse.Namespace(by=given))
    assert (actor.name, actor.role, actor.hamlets) == (expected, "operator", None)


def test_without_a_name_it_is_the_login(monkeypatch):
    monkeypatch.delenv("SOSACH_USER", raising=False)
    monkeypatch.setattr("getpass.getuser", lambda: "mai")
    assert home.actor(argparse.Namespace(by=None)).name == "mai"
