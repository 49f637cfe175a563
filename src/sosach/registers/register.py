"""What a register is: its fields in order, and what tells it from the others."""

from dataclasses import dataclass, field

from sosach.registers.field import Field


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """A register that a commune keeps."""

    name: str
    label: str  # “trẻ em”: stands after “sổ”
    person: str  # what one row is called in messages: “trẻ”, “đối tượng”
    fields: tuple[Field, ...]
    required: tuple[str, ...]  # without these columns nothing can be checked
    signature: tuple[str, ...]  # fields that hardly any other register has
    titles: tuple[str, ...]  # words of the title rows that give the register away
    by_name: dict[str, Field] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {f.name: f for f in self.fields})
