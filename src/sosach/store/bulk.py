"""Many rows at once: one statement for all of them, without a model instance per row."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models


def insert(model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Inserts rows; every column without a default of the database must be given.

    Args:
        model: whose table.
        columns: names of columns.
        rows: their values, in the same order.
    """
    quoted = [connection.ops.quote_name(name) for name in columns]
    places = ", ".join(["%s"] * len(columns))
    table = connection.ops.quote_name(model._meta.db_table)
    _many(f"INSERT INTO {table} ({', '.join(quoted)}) VALUES ({places})", list(rows))


def update(model: type[models.Model], key: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Updates rows found by their key.

    Args:
        model: whose table.
        key: the column that finds a row.
        columns: the columns to set.
        rows: their values in the same order, the key's value last.
    """
    quote = connection.ops.quote_name
    sets = ", ".join(f"{quote(name)} = %s" for name in columns)
    _many(f"UPDATE {quote(model._meta.db_table)} SET {sets} WHERE {quote(key)} = %s", list(rows))


def raise_versions(model: type[models.Model], persons: Sequence[int]) -> None:
    """Counts the versions of rows up by one."""
    quote = connection.ops.quote_name
    version = quote("version")
    _many(
        f"UPDATE {quote(model._meta.db_table)} SET {version} = {version} + 1 WHERE {quote('id')} = %s",
        [(person,) for person in persons],
    )


def _many(sql: str, rows: list[Sequence[Any]]) -> None:
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(sql, rows)
