"""The sums that hold in every report, whatever the data: a report that breaks one is neither frozen nor signed.

opening − turned sixteen − moved − deceased − merged − ended − withdrawn + added = closing
closing = valid + missing + wrong numbers
to review = the seven stages = not reviewed + reviewed = uploaded + remaining
per group: found = settled + open; all groups = entries ≥ persons
per list: sent = answered + unanswered; answered = the seven results
hamlets = commune, and categories = commune, in every column
uploaded = confirmed + missing + different + not yet compared
"""

from collections.abc import Iterator, Mapping
from typing import Any

from sosach.campaign.balance import Left
from sosach.papers.register_figures import PERSONS
from sosach.papers.standing import GROUPS, Compared, Stage

Figures = Mapping[str, Any]


def broken(figures: Figures) -> list[str]:
    """The sums that do not hold in the figures of a register, told with their figures; empty where all do."""
    found = list(_of_part("xã", figures))
    for hamlet in figures["hamlets"]:
        found += _of_part(hamlet["name"] or "chưa rõ thôn", hamlet)
    found += _of_groups(figures)
    found += _of_lists(figures)
    found += _of_hamlets(figures)
    return found + list(_of_categories(figures))


def totals(figures: Figures) -> list[str]:
    """The sums of the commune's totals that do not hold; a figure that is no count breaks them all.

    Raises:
        KeyError, TypeError: it has not the shape of figures.
    """
    counts = [
        value for part in ("cumulative", "period") for value in figures[part].values() if not isinstance(value, dict)
    ]
    if any(not isinstance(value, int) or isinstance(value, bool) or value < 0 for value in counts):
        return ["counts"]
    return list(_of_part("xã", figures))


def _of_part(where: str, figures: Figures) -> Iterator[str]:
    now, period = figures["cumulative"], figures["period"]
    left = sum(period[reason.value] for reason in Left)
    stages = sum(now[stage.value] for stage in Stage)
    compared = sum(now[one.value] for one in Compared) + now["not_compared"]
    sums = {
        "opening - left + added = closing": (period["opening"] - left + period["added"], now["closing"]),
        "period.closing = closing": (period["closing"], now["closing"]),
        "id_valid + id_missing + id_wrong = closing": (
            now["id_valid"] + now["id_missing"] + now["id_wrong"],
            now["closing"],
        ),
        "stages = to_review": (stages, now["to_review"]),
        "reviewed + not_reviewed = to_review": (now["reviewed"] + now["not_reviewed"], now["to_review"]),
        "uploaded + remaining = to_review": (now["uploaded"] + now["remaining"], now["to_review"]),
        "compared + not_compared = uploaded": (compared, now["uploaded"]),
        "open_persons + settled_persons = to_review": (now["open_persons"] + now["settled_persons"], now["to_review"]),
        "no_id_open = id_missing": (now["no_id_open"], now["id_missing"]),
        "wrong_id_open = id_wrong": (now["wrong_id_open"], now["id_wrong"]),
        "entries_settled + entries_open = entries": (now["entries_settled"] + now["entries_open"], now["entries"]),
        "answered_entries + unanswered_entries = sent_entries": (
            now["answered_entries"] + now["unanswered_entries"],
            now["sent_entries"],
        ),
    }
    yield from (f"{where}: {name} ({left}, {right})" for name, (left, right) in sums.items() if left != right)


def _of_groups(figures: Figures) -> Iterator[str]:
    groups, now = figures["groups"], figures["cumulative"]
    for group in GROUPS:
        told = groups[group.value]
        if told["found"] != told["settled"] + told["open"]:
            yield f"{group.value}: found = settled + open ({told})"
    found = sum(told["found"] for told in groups.values())
    if found != now["entries"] or now["entries"] < now["to_review"]:
        yield f"groups = entries >= persons ({found}, {now['entries']}, {now['to_review']})"


def _of_lists(figures: Figures) -> Iterator[str]:
    for batch in figures["batches"]:
        if batch["sent"] != batch["answered"] + batch["unanswered"]:
            yield f"{batch['code']}: sent = answered + unanswered"
        if batch["answered"] != sum(batch["results"].values()):
            yield f"{batch['code']}: answered = results"
    now = figures["cumulative"]
    for name in ("sent", "answered", "unanswered"):
        if sum(batch[name] for batch in figures["batches"]) != now[f"{name}_entries"]:
            yield f"lists = {name}_entries"
    if now["at_police"] > now["unanswered_entries"]:
        yield f"at_police <= unanswered_entries ({now['at_police']}, {now['unanswered_entries']})"


def _of_hamlets(figures: Figures) -> Iterator[str]:
    columns = [("cumulative", name) for name in (*PERSONS, "entries", "findings", "sent_entries", "answered_entries")]
    columns += [("period", name) for name in ("opening", "added", *(reason.value for reason in Left), "reviewed")]
    columns += [("period", name) for name in ("uploaded", "to_review")] + [("withdrawn", name) for name in PERSONS]
    for part, name in columns:
        total = sum(hamlet[part][name] for hamlet in figures["hamlets"])
        if total != figures[part][name]:
            yield f"hamlets = commune: {part}.{name} ({total}, {figures[part][name]})"


def _of_categories(figures: Figures) -> Iterator[str]:
    lines, now = figures["categories"], figures["cumulative"]
    for line in lines:
        if line["opening_entries"] - line["ended_entries"] + line["added_entries"] != line["closing_entries"]:
            yield f"{line['title']}: entries"
        if line["persons"] != line["id_valid"] + line["id_missing"] + line["id_wrong"]:
            yield f"{line['title']}: numbers"
        if line["remaining"] != line["to_review"] - line["uploaded"]:
            yield f"{line['title']}: remaining"
    named = ("id_valid", "id_missing", "id_wrong", "to_review", "reviewed", "uploaded", "remaining")
    columns = {"persons": "closing", "closing_entries": "benefit_entries"} | {name: name for name in named}
    for column, figure in columns.items() if lines else ():
        total = sum(line[column] for line in lines)
        if total != now[figure]:
            yield f"categories = commune: {column} ({total}, {now[figure]})"
