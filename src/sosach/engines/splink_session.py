"""A Splink linker over two registers or one, computing in memory on this machine alone.

Nothing is sent or fetched: extensions of DuckDB are neither loaded nor installed, and its SQL reaches no file and no
network; what does not fit into memory goes to a temporary folder that is removed afterwards.
"""

import logging
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import duckdb
import polars as pl
from splink import Linker, SettingsCreator
from splink.backends.duckdb import DuckDBAPI

from sosach.engines.splink_columns import ID
from sosach.engines.splink_levels import FUNCTIONS, conditions, silent

_SETTINGS = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "enable_external_access": "false",
    "memory_limit": "2GB",  # what is more goes to the temporary folder
}


@contextmanager
def linker(
    sides: Sequence[pl.DataFrame], comparisons: Sequence[Mapping[str, object]], **settings: object
) -> Iterator[tuple[Linker, DuckDBAPI]]:
    """A linker over the frames of a case (`splink_columns`), and the database it computes in."""
    with tempfile.TemporaryDirectory() as folder, _quiet(), _database(folder) as con:
        api = DuckDBAPI(con)
        tables = [
            api.register(side.to_arrow(compat_level=pl.CompatLevel.oldest()), dataset_display_name=f"side_{place}")
            for place, side in enumerate(sides)
        ]
        made = SettingsCreator(
            link_type="link_only" if len(sides) == 2 else "dedupe_only",
            unique_id_column_name=ID,
            comparisons=[dict(comparison) for comparison in comparisons],
            retain_matching_columns=False,
            **settings,  # type: ignore[arg-type]
        )
        yield Linker(tables, made, log_level=None, validate_settings=False), api


def _database(folder: str) -> duckdb.DuckDBPyConnection:
    con = duckdb.connect(config={**_SETTINGS, "temp_directory": folder})
    for function in FUNCTIONS:
        con.execute(f"create macro {function}")
    return con


def comparison(fact: str, of_level: Mapping[str, Mapping[str, object]] | None = None) -> dict[str, object]:
    """A fact in Splink's form.

    Args:
        fact: one of `linkage.comparing.LEVEL_COLUMNS`.
        of_level: what else is said of its levels (`m_probability`, `u_probability`, `tf_adjustment_column` ...).
    """
    more = of_level or {}
    told = [
        {"sql_condition": condition, "label_for_charts": name, **more.get(name, {})}
        for name, condition in conditions(fact).items()
    ]
    nothing = {"sql_condition": silent(fact), "label_for_charts": "silent", "is_null_level": True}
    return {"output_column_name": fact, "comparison_levels": [nothing, *told]}


@contextmanager
def _quiet() -> Iterator[None]:
    """Splink tells its progress and what it did not learn; the first is noise here, the second is in the model."""
    log = logging.getLogger("splink")
    level = log.level
    log.setLevel(logging.ERROR)
    try:
        yield
    finally:
        log.setLevel(level)
