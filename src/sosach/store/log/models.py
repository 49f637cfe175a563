"""The one table of events. Rows are added and never changed: the database itself refuses it."""

from django.db import models


class Event(models.Model):
    """Something that was done: a change of a fact, or an operation that others belong to."""

    seq = models.BigIntegerField(primary_key=True)  # 1, 2, 3 ... without a gap
    operation = models.BigIntegerField(db_index=True)  # `seq` of the operation's first event
    kind = models.CharField(max_length=40)  # see `kinds`
    person = models.BigIntegerField(null=True)
    field = models.CharField(max_length=40)  # empty: the person or the operation as a whole
    old = models.TextField(null=True)
    new = models.TextField(null=True)
    source = models.CharField(max_length=40)  # see `campaign.precedence`; empty where no fact changes
    evidence = models.TextField()  # the document: book and number, batch and row, the official's words
    reason = models.TextField()
    actor = models.TextField()
    role = models.CharField(max_length=40)
    on = models.DateField()  # the day it counts for
    recorded_at = models.DateTimeField()  # what the clock said; for the log only
    details = models.TextField()  # canonical JSON of what else belongs to it
    previous = models.CharField(max_length=64)  # hash of the event before
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ("seq",)
        indexes = (
            models.Index(fields=("person", "field", "seq"), name="event_of_person"),
            models.Index(fields=("kind", "seq"), name="event_of_kind"),
        )
