"""One linker in this process, on a register and a births extract: one JSON line, and its links beside it.

    python linkers.py {builtin,engine,hand,splink} A.parquet B.parquet LINKS.parquet

`builtin` is the linker of the project, `engine` the same with Splink as its engine, `hand` and `splink` are the yardsticks
of `limits.py` as they stand there. All read the same columns in the same plain way (names as they are, dates by their one
form, communes and hamlets cut out of the address), so that nothing but linking is compared. LINKS.parquet has `left_row`
and `right_row` (1 = first record) of the pairs that are one person.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

import limits
import polars as pl

c = pl.col
TEXTS = {"name": "full_name", "mother": "mother_name", "father": "father_name", "mother_year": "mother_birth_year", "father_year": "father_birth_year", "number": "personal_id"}


def facts(path: str, place: str) -> pl.DataFrame:
    """The facts of a list, as `sosach.linkage.facts` has them."""
    from sosach.linkage.facts import SCHEMA

    sex = c("sex").str.strip_chars().replace_strict({"Nam": "male", "Nữ": "female"}, default=None, return_dtype=pl.String)
    known = {fact: pl.when(c(field) != "").then(c(field)) for fact, field in TEXTS.items()} | {
        "birth_date": c("birth_date").str.to_date("%d/%m/%Y", strict=False).dt.strftime("%Y-%m-%d"),
        "sex": sex, "commune": c(place).str.extract(r"xã ([^,]+),"), "hamlet": c(place).str.extract(r"^([^,]+),"),
        "number_padded": pl.lit(False), "sheet": pl.lit(""), "row": c("index").cast(pl.Int64) + 1, "index": c("index"),
    }  # fmt: skip
    empty = {fact: pl.lit(None, dtype=dtype) for fact, dtype in SCHEMA.items() if fact not in known}
    return pl.read_parquet(path).with_row_index("index").select(**known, **empty).select(*SCHEMA)


def ours(engine: str, left: str, right: str) -> tuple[pl.DataFrame, float]:
    """The links of the project's linker, and the seconds that they took."""
    from sosach.engines import splink_links
    from sosach.linkage import links

    start = time.perf_counter()
    a, b = facts(left, "address"), facts(right, "residence")
    found = links.linked(a, b) if engine == "builtin" else splink_links.linked(a, b, splink_links.model_for(a, b))
    same = found.pairs.filter(c("verdict") == "same")
    pairs = same.select(left_row=c("left").cast(pl.Int64) + 1, right_row=c("right").cast(pl.Int64) + 1)
    return pairs, time.perf_counter() - start


def yardstick(name: str, left: str, right: str) -> tuple[pl.DataFrame, float]:
    """The links of a yardstick, and the seconds that they took."""
    kept: list[pl.DataFrame] = []

    def linked(_: object, pairs: pl.DataFrame, rows: int, k: limits.Clock, **more: object) -> dict:
        kept.append(pairs)
        return {"k": k}

    limits.linked = linked
    told = {"hand": limits.hand_link, "splink": limits.splink}[name](argparse.Namespace(link=[left, right]))
    return kept[0].select(c("left_row", "right_row").cast(pl.Int64)), told["k"].seconds


def main() -> None:
    """Command line."""
    linker, left, right, out = sys.argv[1:]
    pairs, seconds = (ours if linker in ("builtin", "engine") else yardstick)(linker, left, right)
    pairs.write_parquet(Path(out))
    print(json.dumps({"linker": linker, "seconds": round(seconds, 3), "pairs": pairs.height, "peak_mib": limits.peak_mib()}))


if __name__ == "__main__":
    main()
