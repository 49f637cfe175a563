"""All injuries and all untidiness, found by walking their folders: one more is one more file."""

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from types import ModuleType

import sosach.population.injuries as injury_files
import sosach.population.untidiness as untidiness_files
from sosach.population.harm import Injury, Untidiness


@cache
def injuries() -> tuple[Injury, ...]:
    """Every injury of every register."""
    return tuple(found for file in _files(injury_files) for found in file.INJURIES)


@cache
def untidy_ways() -> tuple[Untidiness, ...]:
    """Every untidiness of every field of every register."""
    return tuple(found for file in _files(untidiness_files) for found in file.UNTIDINESS)


def _files(folder: ModuleType) -> Iterator[ModuleType]:
    for file in pkgutil.iter_modules(folder.__path__):
        yield importlib.import_module(f"{folder.__name__}.{file.name}")
