"""The lock file: exact versions of everything that pyproject.toml asks for, and nothing about where they come from."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parent.parent
LINES = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
LOCKED = {canonicalize_name(name): Version(version) for name, _, version in (line.partition("==") for line in LINES)}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_lines_are_exact_versions_and_nothing_else():
    # No hashes, index or find-links lines, no paths, no addresses, no local versions.
    assert [line for line in LINES if not re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][0-9a-z.]*", line)] == []


def test_no_package_stands_twice():
    assert len(LOCKED) == len(LINES)


def test_lock_has_what_the_project_asks_for():
    wanted = [
        *PROJECT["project"]["dependencies"],
        *PROJECT["dependency-groups"]["dev"],
        *PROJECT["build-system"]["requires"],
    ]
    for requirement in map(Requirement, wanted):
        if requirement.marker is None or requirement.marker.evaluate():
            assert LOCKED[canonicalize_name(requirement.name)] in requirement.specifier
