"""The plan as a document: its number and day, on what it is based, who signs it and who gets it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sosach.campaign.plan_table import Table

SIGNERS: Mapping[str, str] = {"chairman": "Chủ tịch", "vice_chairman": "KT. Chủ tịch, Phó Chủ tịch"}


@dataclass(frozen=True, slots=True)
class Basis:
    """A document that the plan names as its ground."""

    number: str  # “4573/UBND-KGVX”
    issued_on: date
    issuer: str
    subject: str | None
    carried_out: bool  # “thực hiện công văn …”: an order that the plan carries out, not only its ground


@dataclass(frozen=True, slots=True)
class Document:
    """What stands at the head and the foot of the plan."""

    number: str | None  # None: left blank in the copy that was published
    issued_on: date | None
    title: str
    campaign: str  # its name, as papers quote it
    signed_by: str | None  # one of `SIGNERS`
    signer: str | None  # name; published copies leave it out here
    bases: tuple[Basis, ...]
    recipients: tuple[str, ...]  # “Nơi nhận”


def read_document(table: Table) -> Document:
    """The document.

    Raises:
        Refused: something is missing, or not understood.
    """
    document = Document(
        number=table.maybe("number", str),
        issued_on=table.maybe("issued_on", date),
        title=table.take("title", str),
        campaign=table.take("campaign", str),
        signed_by=table.maybe_choice("signed_by", SIGNERS),
        signer=table.maybe("signer", str),
        bases=tuple(_basis(entry) for entry in table.tables("bases")),
        recipients=table.words("recipients"),
    )
    table.finish()
    return document


def _basis(table: Table) -> Basis:
    basis = Basis(
        number=table.take("number", str),
        issued_on=table.take("issued_on", date),
        issuer=table.take("issuer", str),
        subject=table.maybe("subject", str),
        carried_out=table.maybe("carried_out", bool) or False,
    )
    table.finish()
    return basis
