"""Figures by name, as prose takes them: what is printed is remembered with its name, so that each number in a paper can
be followed to the figure, and from there to the persons behind it.
"""

from collections.abc import Mapping
from typing import Any

from sosach.papers import words


class Named:
    """The figures of one register while a paper is written."""

    def __init__(self, register: str, figures: Mapping[str, Any], printed: dict[str, str] | None = None) -> None:
        self.register = register
        self.figures = figures
        self.printed: dict[str, str] = {} if printed is None else printed

    def value(self, name: str) -> int:
        """A figure: “cumulative.to_review”, “batches.TE-01.sent”, “hamlets.Thôn Bến.reviewed”.

        Raises:
            KeyError: there is no such figure.
        """
        told: Any = self.figures
        for step in name.split("."):
            told = _by_key(told, step) if isinstance(told, list) else told[step]
        if isinstance(told, bool) or not isinstance(told, int):
            raise KeyError(name)
        return told

    def now(self, name: str) -> int:
        """A cumulative figure."""
        return self.value(f"cumulative.{name}")

    def period(self, name: str) -> int:
        """A figure of the period."""
        return self.value(f"period.{name}")

    def counted(self, name: str) -> str:
        """A figure as prose prints it."""
        return self._remember(name, words.counted(self.value(name)))

    def there_are(self, name: str, noun: str) -> str:
        """“có 05 trẻ”, “không có trẻ”."""
        return f"có {self.counted(name)} {noun}" if self.value(name) else f"không có {noun}"

    def plain(self, name: str) -> str:
        """A figure as brackets print it."""
        return self._remember(name, words.plain(self.value(name)))

    def together(self, *names: str) -> str:
        """Several figures as one."""
        return self._remember(" + ".join(names), words.counted(sum(map(self.value, names))))

    def less(self, name: str, other: str) -> str:
        """The difference of two figures, without its sign."""
        return self._remember(f"{name} - {other}", words.counted(abs(self.value(name) - self.value(other))))

    def part(self, part: str, whole: str) -> str:
        """“243/274”."""
        return f"{self.plain(part)}/{self.plain(whole)}"

    def share(self, part: str, whole: str) -> str:
        """“88,7 %”."""
        return self._remember(f"{part} : {whole}", words.share(self.value(part), self.value(whole)))

    def change(self, name: str, before: str, noun: str) -> str:
        """“tăng 04 trẻ”."""
        difference = self.value(name) - self.value(before)
        if difference:
            self.less(name, before)
        return words.change(difference, noun)

    def enumerated(self, parts: Mapping[str, str]) -> str:
        """The figures that are not zero, with their words."""
        return words.enumerated((self.value(name), said) for name, said in parts.items() if self._seen(name))

    def number(self, name: str, value: int) -> str:
        """A number that follows from the plan and the days: days late, how many hamlets."""
        return self._remember(name, words.counted(value))

    def _seen(self, name: str) -> bool:
        if self.value(name):
            self.counted(name)
        return True

    def _remember(self, name: str, printed: str) -> str:
        self.printed[f"{self.register}.{name}"] = printed
        return printed


def _by_key(entries: list[Any], key: str) -> Any:
    return next(entry for entry in entries if key in (entry.get("code"), entry.get("name"), entry.get("key")))
