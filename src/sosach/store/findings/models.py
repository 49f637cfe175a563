"""Findings that live: what a rule says of a person, from being found to being settled, and every step between."""

from django.db import models

from sosach.store.registers.models import Person


class State(models.TextChoices):
    """How far it is."""

    OPEN = "open"
    WAITING = "waiting"  # somebody is looking into it: see `waiting_for`
    SETTLED = "settled"  # see `how`
    SET_ASIDE = "set_aside"  # somebody decided that it may stand, with a reason


class Finding(models.Model):
    """One thing that is wrong with one person; the same thing found again is the same row."""

    register = models.CharField(max_length=40)
    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    rule = models.CharField(max_length=60)
    field = models.CharField(max_length=40)  # empty: the record as a whole
    group = models.CharField(max_length=20)  # of the plan
    severity = models.CharField(max_length=10)
    value = models.TextField(null=True)
    suggestion = models.TextField(null=True)
    certainty = models.CharField(max_length=10, null=True)
    message = models.TextField()
    other = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    how = models.CharField(max_length=20, default="")  # `repaired`, `confirmed`, `left`
    waiting_for = models.CharField(max_length=40, default="")  # the organisation's role
    basis = models.TextField(default="")  # of a confirmation: what was seen; when it changes the finding opens again
    gone = models.BooleanField(default=False)  # the rules do not find it any more; what was decided of it is kept
    opened_by = models.BigIntegerField()  # operation
    opened_on = models.DateField()
    changed_by = models.BigIntegerField()  # the operation of the last step
    written_by = models.BigIntegerField(db_index=True)  # the operation that has changed anything here last

    class Meta:
        constraints = (models.UniqueConstraint(fields=("person", "rule", "field"), name="finding_once"),)
        indexes = (
            models.Index(fields=("register", "state"), name="finding_by_state"),
            models.Index(fields=("register", "group", "person", "state"), name="finding_by_group"),
            models.Index(fields=("other",), name="finding_by_other"),
            models.Index(fields=("changed_by",), name="finding_by_change"),
            # All that the filters of the review count: it is counted without looking at the rows, which are wide.
            models.Index(
                fields=("register", "state", "waiting_for", "rule", "group", "certainty", "person"),
                name="finding_by_facets",
            ),
        )


class Step(models.Model):
    """A finding went from one state into another."""

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="steps")
    operation = models.BigIntegerField()
    on = models.DateField()
    state = models.CharField(max_length=10, choices=State.choices)
    how = models.CharField(max_length=20)
    why = models.TextField()


class SharedKey(models.Model):
    """What brings a person together with others under some rule, as a hash; made anew whenever it can be made."""

    register = models.CharField(max_length=40)
    person = models.BigIntegerField(db_index=True)
    key = models.BigIntegerField(db_index=True)


class KeysMade(models.Model):
    """By which program the keys of a register were made: another one may hash otherwise."""

    register = models.CharField(max_length=40, primary_key=True)
    made_by = models.TextField()
