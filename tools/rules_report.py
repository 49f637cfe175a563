"""How often every rule speaks on the made-up registers: `python tools/rules_report.py [FOLDER]` (`make rules-report`).

Exit code 1 when a rule never speaks: either the demo lacks the fault, or the rule does not see it.
"""

import sys
from pathlib import Path

import polars as pl

from sosach.rules.catalogue import rules

# An invented commune has no former name in the tables of the State, so nobody's address can have it.
OF_REAL_COMMUNES = {"place_old_name"}


def hits(folder: Path) -> pl.DataFrame:
    """Per rule the findings in the folders, in the order of the catalogue."""
    found = pl.concat(
        pl.read_parquet(path, columns=["rule"]) for path in sorted(folder.glob("*-checked/findings.parquet"))
    )
    counts = found.group_by("rule").len("findings")
    known = pl.DataFrame({"rule": list(dict.fromkeys(rule.code for rule in rules()))})
    return known.join(counts, on="rule", how="left", maintain_order="left").with_columns(
        pl.col("findings").fill_null(0).cast(pl.Int64)
    )


def main(folder: Path) -> int:
    """Prints the table."""
    if not any(folder.glob("*-checked/findings.parquet")):
        print(f"no results in {folder}: run `make rules-report`")
        return 2
    table = hits(folder)
    for rule, findings in table.iter_rows():
        print(f"{findings:7}  {rule}")
    silent = sorted(set(table.filter(pl.col("findings") == 0)["rule"]) - OF_REAL_COMMUNES)
    print(f"\n{table.height} rules, {len(silent)} never spoke{': ' + ', '.join(silent) if silent else ''}")
    return 1 if silent else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "demo-registers")))
