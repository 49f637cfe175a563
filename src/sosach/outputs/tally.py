"""Counts persons and findings while batches go by: of a group, a person with three findings is one person."""

import polars as pl

from sosach.findings.finding import Group, Severity

_GROUP = pl.Enum([g.value for g in Group])
_SEVERITY = pl.Enum([s.value for s in Severity])
_HITS: dict[str, pl.DataType | type[pl.DataType]] = {
    "index": pl.UInt32,
    "rule": pl.Categorical,
    "group": _GROUP,
    "severity": _SEVERITY,
}


class Tally:
    """What has been found so far, a few bytes per finding."""

    def __init__(self) -> None:
        self._hits: list[pl.DataFrame] = []

    def add(self, findings: pl.DataFrame) -> None:
        """Counts a batch's findings (columns `index`, `rule`, `group`, `severity`)."""
        if findings.height:
            self._hits.append(findings.select(pl.col(name).cast(dtype) for name, dtype in _HITS.items()))

    def hits(self) -> pl.DataFrame:
        """One row per finding: `index`, `rule`, `group` (null for info), `severity`."""
        return pl.concat(self._hits) if self._hits else pl.DataFrame(schema=_HITS)

    def groups(self) -> dict[str, int]:
        """Persons with an error or a warning, by plan group; every group is there."""
        counted = dict(self.hits().drop_nulls("group").group_by("group").agg(pl.col("index").n_unique()).iter_rows())
        return {g.value: counted.get(g.value, 0) for g in Group}

    def rules(self) -> dict[str, int]:
        """Findings by rule code, the most frequent first."""
        counted = (
            self.hits().group_by(pl.col("rule").cast(pl.String)).len().sort("len", "rule", descending=[True, False])
        )
        return dict(counted.iter_rows())

    def persons(self, *severities: Severity) -> int:
        """Persons with a finding of one of these severities."""
        wanted = [s.value for s in severities]
        return self.hits().filter(pl.col("severity").cast(pl.String).is_in(wanted))["index"].n_unique()
