"""The script of the demo: days go forward, and what is entered meanwhile has no place in the first files."""

from pathlib import Path

from sosach.cli.demo.steps import Script


def script():
    return Script(Path("demo"), Path("demo/so-sach"), Path("demo/ke-hoach.toml"), 60)


def test_the_first_steps_come_in_the_order_of_days():
    steps = script()._beginning()
    days = [step.day for step in steps]
    assert days == sorted(days)


def test_children_entered_meanwhile_are_known_to_the_police_alone():
    one = script()
    codes = {row["record_code"] for row in one.entered}
    assert codes <= set(one.truths)
    assert all(one.truths[code]["personal_id"] for code in codes)
    assert len(one.truths) > 60
