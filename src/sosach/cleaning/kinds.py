"""Which reader a kind of field has."""

from datetime import date
from functools import partial

import polars as pl

from sosach.cleaning.column import CELL, Memory, Reading
from sosach.dates import reading as dates
from sosach.dates import year as years
from sosach.ids import birth_certificate, health_insurance, old_id, personal_id, phone
from sosach.people import (
    benefit_status,
    category,
    circumstance,
    ethnicity,
    hamlet,
    name,
    nationality,
    poverty,
    sex,
    status,
)
from sosach.registers.field import Kind

# Plain for certain: nothing that an old encoding would need. What else is plain is found out once per distinct cell.
_CERTAINLY_PLAIN = pl.col(CELL).str.contains(r"^[A-Za-z0-9/_:,;#@%=&-]+(?: [A-Za-z0-9/_:,;#@%=&-]+)*$")

# Kinds whose cells are taken as Excel shows them: what type the cell had adds nothing.
TEXT_KINDS = frozenset({Kind.CODE, Kind.TEXT, Kind.ADDRESS, Kind.HAMLET, Kind.NATIONALITY, Kind.CIRCUMSTANCE})


def readings(on: date) -> dict[Kind, Reading]:
    """The reading of every kind on a reference day, with fresh memories."""
    return {
        Kind.NAME: Reading(read=name.read, tidy=name.tidy(pl.col(CELL)), good=name.STATES),
        Kind.DATE: Reading(read=dates.read, memory=Memory()),
        Kind.YEAR: Reading(read=years.read, memory=Memory()),
        Kind.SEX: Reading(read=sex.read, memory=Memory()),
        Kind.ETHNICITY: Reading(read=ethnicity.read, memory=Memory()),
        Kind.NATIONALITY: Reading(read=nationality.read, memory=Memory()),
        Kind.PERSONAL_ID: Reading(read=personal_id.read, tidy=personal_id.tidy(pl.col(CELL)), good=personal_id.STATES),
        Kind.OLD_ID: Reading(read=old_id.read),
        Kind.BIRTH_CERT: Reading(read=birth_certificate.read, memory=Memory()),
        Kind.INSURANCE: Reading(
            read=health_insurance.read, tidy=health_insurance.tidy(pl.col(CELL)), good=health_insurance.STATES
        ),
        Kind.PHONE: Reading(read=phone.read, tidy=phone.tidy(pl.col(CELL)), good=phone.STATES),
        Kind.HAMLET: Reading(read=hamlet.read, memory=Memory()),
        Kind.ADDRESS: Reading(tidy=_CERTAINLY_PLAIN, memory=Memory()),
        Kind.STATUS: Reading(read=status.read, memory=Memory()),
        Kind.BENEFIT_STATUS: Reading(read=benefit_status.read, memory=Memory()),
        Kind.POVERTY: Reading(read=poverty.read, memory=Memory()),
        Kind.CATEGORY: Reading(read=partial(category.read, on=on), memory=Memory()),
        Kind.CIRCUMSTANCE: Reading(read=circumstance.read, memory=Memory()),
        Kind.CODE: Reading(tidy=_CERTAINLY_PLAIN, memory=Memory()),
        Kind.TEXT: Reading(tidy=_CERTAINLY_PLAIN, memory=Memory()),
    }
