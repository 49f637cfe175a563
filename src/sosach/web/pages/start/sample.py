"""The made-up commune's files, written and taken in, to try everything with people who do not exist."""

import tempfile
from datetime import date
from pathlib import Path

from sosach.intake.options import ReadingOptions
from sosach.intake.read import read
from sosach.store.desk.import_register import import_register
from sosach.store.log.act import Actor
from sosach.store.registers.services.importing import File
from sosach.usecases.made_up_files import write_made_up_files

SAMPLE = "mau"
_SIZE, _SEED = 600, 2026
_TAKEN = ("tre-em.xlsx", "bao-tro.xlsx", "khai-sinh.xlsx")


def take_in_sample(actor: Actor, on: date) -> None:
    """Writes the files of the made-up commune and takes them in."""
    with tempfile.TemporaryDirectory(prefix="sosach-") as folder:
        for file in write_made_up_files(Path(folder), _SIZE, _SEED, on):
            if file.path.name in _TAKEN:
                opened = read(file.path, ReadingOptions(register=file.register, insist=True))
                taken = File(opened, file.path.read_bytes(), on)
                import_register(taken, "Dữ liệu mẫu", actor=actor, on=on)
