"""What Splink learns on made-up communes, beside the weights of the built-in linker.

    python tools/learn_weights.py [--size 200000] [--seed 2026] [--write]

Children of a made-up population stand in two lists: as they are, and as a second office wrote them down. How often an
office errs is written here, in `SLIPS`: assumed shares, no measurement. Splink is told neither that nor who is who.
What it learns of chance (`u`) comes from the frequencies of real names; what it learns of people (`m`) should come out
near the shares below, which is the test of its method. `--write` keeps the model as
`src/sosach/engines/splink_model.json`, for registers too small to learn from.
"""

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl

from sosach.engines.splink_links import model_for
from sosach.engines.splink_model import Model, to_json
from sosach.linkage.facts import facts_of
from sosach.linkage.weights import weights
from sosach.population.dice import Dice
from sosach.population.population import population
from sosach.text.folding import search_key

ON = date(2026, 6, 18)
MODEL = Path(__file__).resolve().parent.parent / "src" / "sosach" / "engines" / "splink_model.json"

_PER_COMMUNE = 2_400  # children

Change = Callable[[pl.Expr, Dice], pl.Expr]


def _words(name: pl.Expr) -> pl.Expr:
    return name.str.split(" ")


def _unmarked(name: pl.Expr, _: Dice) -> pl.Expr:
    return search_key(name).str.to_titlecase()


def _mark(name: pl.Expr, _: Dice) -> pl.Expr:
    last = search_key(_words(name).list.last()).str.to_titlecase()
    return name.str.replace(r" \S+$", "") + " " + last


def _typing(name: pl.Expr, _: Dice) -> pl.Expr:
    keys = {"â": "aa", "ê": "ee", "ô": "oo", "đ": "dd", "ơ": "ow", "ư": "uw", "ễ": "eex", "ị": "ij", "ă": "aw"}
    return name.str.replace_many(keys)


def _sound(name: pl.Expr, _: Dice) -> pl.Expr:
    heard = {" S": " X", " X": " S", " Tr": " Ch", " Ch": " Tr", " L": " N", " D": " Gi", " Gi": " D"}
    return name.str.replace_many(heard, leftmost=True)


def _slip(name: pl.Expr, dice: Dice) -> pl.Expr:
    at = (dice.share("where") * name.str.len_chars()).cast(pl.UInt32)
    head, letter, tail = name.str.slice(0, at), name.str.slice(at, 1), name.str.slice(at + 1)
    how = dice.whole("how", 0, 2)
    return (
        pl.when(how == 0)
        .then(head + tail)
        .when(how == 1)
        .then(head + letter + letter + tail)
        .otherwise(head + "n" + tail)
    )


def _middle(name: pl.Expr, _: Dice) -> pl.Expr:
    return name.str.replace(r"^(\S+) \S+ ", "${1} ")


def _order(name: pl.Expr, _: Dice) -> pl.Expr:
    return name.str.replace(r" (\S+) (\S+)$", " ${2} ${1}")


def _initials(name: pl.Expr, _: Dice) -> pl.Expr:
    return name.str.replace(r" (\S)\S+ ", " ${1}. ")


def _turned(day: pl.Expr, _: Dice) -> pl.Expr:
    swapped = day.str.head(5) + day.str.tail(2) + "-" + day.str.slice(5, 2)
    return pl.when(day.str.tail(2) <= "12").then(swapped).otherwise(day)


def _first_of_january(day: pl.Expr, _: Dice) -> pl.Expr:
    return day.str.head(5) + "01-01"


def _moved(low: int, high: int) -> Change:
    def moved(day: pl.Expr, dice: Dice) -> pl.Expr:
        by = dice.whole("days", low, high)
        return day.str.to_date().dt.offset_by(pl.format("{}d", by)).cast(pl.String)

    return moved


def _year_only(day: pl.Expr, _: Dice) -> pl.Expr:
    return day.str.head(4)


def _other_year(day: pl.Expr, _: Dice) -> pl.Expr:
    return day.str.to_date().dt.offset_by("1y").cast(pl.String)


def _other_sex(sex: pl.Expr, _: Dice) -> pl.Expr:
    return pl.when(sex == "male").then(pl.lit("female")).otherwise(pl.lit("male"))


def _year_after(year: pl.Expr, _: Dice) -> pl.Expr:
    return (year.cast(pl.Int32) + 1).cast(pl.String)


def _years_after(year: pl.Expr, dice: Dice) -> pl.Expr:
    return (year.cast(pl.Int32) + dice.whole("years", 2, 12).cast(pl.Int32)).cast(pl.String)


def _other_digit(number: pl.Expr, dice: Dice) -> pl.Expr:
    turned = (number.str.tail(1).cast(pl.Int64) + dice.whole("digit", 1, 9)) % 10
    return number.str.head(11) + turned.cast(pl.String)


def _other_number(number: pl.Expr, dice: Dice) -> pl.Expr:
    return number.str.head(6) + dice.whole("number", 600_000, 999_999).cast(pl.String)


def _missing(_: pl.Expr, __: Dice) -> pl.Expr:
    return pl.lit(None, dtype=pl.String)


def _elsewhere(address: pl.Expr, dice: Dice) -> pl.Expr:
    return address.str.replace(r"xã [^,]+", pl.format("xã Hòa Mẫu {}", dice.whole("commune", 0, 40)))


def _other_hamlet(address: pl.Expr, dice: Dice) -> pl.Expr:
    return address.str.replace(r"^[^,]+", dice.one_of("hamlet", ["Thôn Gò Me", "Thôn Cầu Tre", "Thôn Đồng Sậy"]))


NAME: list[tuple[float, Change]] = [
    (0.030, _unmarked),
    (0.010, _mark),
    (0.003, _typing),
    (0.008, _sound),
    (0.015, _slip),
    (0.015, _middle),
    (0.001, _order),
    (0.001, _initials),
]
DATE: list[tuple[float, Change]] = [
    (0.010, _year_only),
    (0.005, _turned),
    (0.003, _first_of_january),
    (0.006, _moved(10, 10)),
    (0.005, _moved(1, 5)),
    (0.003, _moved(31, 62)),
    (0.003, _other_year),
]
NUMBER: list[tuple[float, Change]] = [(0.25, _missing), (0.004, _other_digit), (0.001, _other_number)]
YEAR: list[tuple[float, Change]] = [(0.03, _missing), (0.015, _year_after), (0.003, _years_after)]

# How often the second office writes something else, by field: shares of all children, and what is written then.
SLIPS: dict[str, list[tuple[float, Change]]] = {
    "full_name": NAME,
    "birth_date": DATE,
    "sex": [(0.005, _other_sex)],
    "personal_id": NUMBER,
    "mother_personal_id": NUMBER,
    "father_personal_id": NUMBER,
    "birth_cert_no": [(0.30, _missing), (0.020, _other_digit)],
    "mother_name": [(0.03, _missing), *NAME],
    "father_name": [(0.06, _missing), *NAME],
    "mother_birth_year": YEAR,
    "father_birth_year": YEAR,
    "address": [(0.02, _elsewhere), (0.05, _other_hamlet)],
}

# Two offices number households and children each for itself; cards are renewed, guardians change: there is nothing to
# be assumed of these from which it would be worth learning.
LEFT_OUT = ("household_code", "record_code", "health_insurance_no", "guardian_name", "guardian_personal_id")


def two_lists(size: int, seed: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The children of some made-up communes as facts, as they are and as a second office wrote them down.

    Rows of one child have the same `row`.
    """
    people = population(size, seed, ON).children
    commune = pl.format("xã Hòa Mẫu {}", pl.col("household") % max(size // _PER_COMMUNE, 1))
    people = people.with_columns(pl.col("address").str.replace("xã Hòa Mẫu", commune)).drop("hamlet")
    # Some children are in one list only, as in life.
    ours = people.filter(~Dice(seed, "child").happens("not in the first list", 0.05))
    theirs = people.filter(~Dice(seed, "child").happens("not in the second list", 0.05))
    written = theirs.with_columns(_written(field, slips, seed) for field, slips in SLIPS.items())
    return _facts(ours), _facts(written)


def _written(field: str, slips: list[tuple[float, Change]], seed: int) -> pl.Expr:
    dice = Dice(seed, "child", field)
    value, chance = pl.col(field), dice.share("slip")
    told, upto = value, sum(share for share, _ in slips)
    for share, change in reversed(slips):
        told = pl.when(chance < upto).then(change(value, dice)).otherwise(told)
        upto -= share
    return told.alias(field)


def _facts(people: pl.DataFrame) -> pl.DataFrame:
    rows = people.drop("household", *LEFT_OUT).with_row_index("index")
    return facts_of(rows.with_columns(sheet=pl.lit(""), row=pl.col("child").cast(pl.Int64)))


def side_by_side(model: Model) -> str:
    """A table of both columns of weights, with the shares from which the second one was learnt."""
    lines = ["| fact | level | weights.toml | learnt | one person (m) | chance (u) |", "|---|---|---|---|---|---|"]
    for fact, levels in model.facts.items():
        for name, level in levels.items():
            ours = f"{weights()[fact][name]:+.1f}"
            learnt = "" if level.m is None else f"{level.bits:+.1f}"
            shares = ["" if share is None else f"{share:.2g}" for share in (level.m, level.u)]
            lines.append(f"| {fact} | {name} | {ours} | {learnt} | {' | '.join(shares)} |")
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Learns, prints, and keeps the model where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args(arguments)
    model = model_for(*two_lists(asked.size, asked.seed))
    print(side_by_side(model))
    if asked.write:
        MODEL.write_text(to_json(model), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
