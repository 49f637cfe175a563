"""What was sent to the police, and what became of every row of it.

A batch is frozen when it leaves: its rows, the facts as they were printed, the figures of its minutes. What comes back
is kept return by return; a row repeats what its latest answer came to, so that figures are one count.
"""

from django.db import models

from sosach.store.registers.models import Person


class Batch(models.Model):
    """A list that left the office."""

    operation = models.BigIntegerField(primary_key=True)
    code = models.CharField(max_length=12, unique=True)  # “TE-02”; the number of a cancelled one is never given again
    register = models.CharField(max_length=40)
    sent_on = models.DateField()
    due = models.DateField()
    rows = models.IntegerField()
    file_name = models.TextField()
    sha256 = models.CharField(max_length=64)  # of the file; names it in `originals`
    has_password = models.BooleanField()
    minutes = models.TextField()  # JSON of `campaign.minutes.sent_minutes`
    cancelled_by = models.BigIntegerField(null=True)  # operation

    class Meta:
        indexes = (models.Index(fields=("register", "cancelled_by"), name="batch_of_register"),)


class Line(models.Model):
    """One row of a batch: a person, as sent, and what the latest answer came to."""

    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="lines")
    number = models.IntegerField()  # from 1
    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    hamlet = models.TextField(null=True)
    code = models.CharField(max_length=40)
    group = models.CharField(max_length=20)  # of the plan: why it was asked
    printed = models.TextField()  # JSON list: the facts of the form, as printed
    facts = models.TextField()  # JSON of `campaign.outcome.Facts`, as they were
    answered_by = models.BigIntegerField(
        null=True
    )  # operation of the latest return that answers it; null: not returned
    answered_on = models.DateField(null=True)  # the day of the first return that answered it
    result = models.CharField(max_length=20, default="")  # of the seven; empty: none of them, or not returned
    effect = models.CharField(max_length=20, default="")  # `campaign.outcome.Effect`
    why = models.CharField(max_length=40, default="")  # of a conflict
    whom = models.CharField(max_length=40, default="")  # who takes the next step
    reason = models.CharField(max_length=40, default="")  # of a next step
    settled_by = models.BigIntegerField(null=True)  # the decision about a conflict

    class Meta:
        constraints = (models.UniqueConstraint(fields=("batch", "number"), name="line_once"),)
        indexes = (
            models.Index(fields=("person", "answered_by"), name="line_of_person"),
            models.Index(fields=("batch", "effect"), name="line_by_effect"),
        )


class Return(models.Model):
    """A file that came back."""

    operation = models.BigIntegerField(primary_key=True)
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="returns")
    file_name = models.TextField()
    sha256 = models.CharField(max_length=64)  # of the file; names it in `originals`
    received_on = models.DateField()
    figures = models.TextField()  # JSON: what `police receive --json` says
    minutes = models.TextField()  # JSON of `campaign.minutes.returned_minutes`
    undone_by = models.BigIntegerField(null=True)


class Answer(models.Model):
    """What a file answers in one row; rows that only repeat an earlier answer are not kept again."""

    line = models.ForeignKey(Line, on_delete=models.PROTECT, related_name="answers")
    received = models.ForeignKey(Return, on_delete=models.PROTECT, related_name="answers")
    row = models.IntegerField()  # of the sheet that came back
    said = models.TextField()  # JSON of `forms.police.PoliceAnswer`
    effect = models.CharField(max_length=20)
    why = models.CharField(max_length=40, default="")
    whom = models.CharField(max_length=40, default="")
    reason = models.CharField(max_length=40, default="")
    compared = models.TextField(default="[]")  # JSON: field, sent, current, answered; what an official looks at

    class Meta:
        constraints = (models.UniqueConstraint(fields=("received", "line"), name="answer_once"),)
