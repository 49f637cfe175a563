"""How the suite is run: property tests are judged by what they find, and what is required is not skipped."""

import os

import pytest
from hypothesis import settings

from sosach.store.start import prepare

settings.register_profile("house", deadline=None)
settings.load_profile("house")

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sosach.web.settings")  # those of the pages hold those of the database
prepare()  # tables are classes: they can be imported only after Django knows its settings

# Where everything is at hand (SOSACH_REQUIRE=browser) a skipped test hides a fault of the place: it counts as failed.
REQUIRED = os.environ.get("SOSACH_REQUIRE", "")


# On a server the services are tried with every change; what stands on them, and what stops and kills them for minutes,
# is tried there with the deep tests.
_DEEP_ON_A_SERVER = ("tests/cli/", "tests/web/", "tests/store/test_faults.py", "tests/store/test_processes.py")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    for item in items:
        given = getattr(item, "callspec", None)
        if given and given.params.get("home") == "postgres" and item.nodeid.startswith(_DEEP_ON_A_SERVER):
            item.add_marker(pytest.mark.deep)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    return _demanded((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector):
    return _demanded((yield))


def _demanded(report):
    if REQUIRED and report.outcome == "skipped":
        report.outcome = "failed"
        report.longrepr = f"skipped, although SOSACH_REQUIRE={REQUIRED}: {report.longrepr}"
    return report
