"""Lists of the household review, and what became of every question on them; children met who were on no list.

A list is frozen when it leaves: whom it asks what, and what stood then. What comes back is kept return by return; a
line repeats what its latest answer came to, so that figures are one count.
"""

from django.db import models

from sosach.store.registers.models import Person


class Visit(models.Model):
    """The list of a hamlet."""

    operation = models.BigIntegerField(primary_key=True)
    code = models.CharField(max_length=12, unique=True)  # “RS-0006”; the number of a cancelled one is not given again
    hamlet = models.TextField()
    sent_on = models.DateField()
    due = models.DateField()
    households = models.IntegerField()
    persons = models.IntegerField()
    questions = models.IntegerField()
    left_out = models.IntegerField()  # persons whom the office asks itself
    file_name = models.TextField(default="")  # empty: nobody could be asked, there is no file
    sha256 = models.CharField(max_length=64, default="")  # of the workbook, in `originals`
    cancelled_by = models.BigIntegerField(null=True)  # operation

    class Meta:
        indexes = (models.Index(fields=("hamlet", "cancelled_by"), name="visit_of_hamlet"),)


class Line(models.Model):
    """One question to one person, as sent, and what the latest answer came to."""

    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="lines")
    number = models.IntegerField()  # from 1
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    register = models.CharField(max_length=40)
    household = models.TextField()  # the same for all who live together
    field = models.CharField(max_length=40)
    asks = models.CharField(max_length=20)  # `forms.visits.Asks`
    question = models.TextField()
    code = models.CharField(max_length=40)
    printed = models.TextField()  # JSON list: the facts of the form, as printed
    stood = models.TextField(null=True)  # the value of the field when the list was sent
    answered_by = models.BigIntegerField(null=True)  # operation of the latest return that answers it
    answered_on = models.DateField(null=True)  # the day of the first return that answered it
    effect = models.CharField(max_length=20, default="")  # `campaign.visit_outcomes.VisitEffect`
    why = models.CharField(max_length=40, default="")
    whom = models.CharField(max_length=40, default="")  # who takes the next step

    class Meta:
        constraints = (models.UniqueConstraint(fields=("visit", "number"), name="question_once"),)
        indexes = (
            models.Index(fields=("person", "field"), name="question_of_person"),
            models.Index(fields=("visit", "effect"), name="question_by_effect"),
        )


class Return(models.Model):
    """A list that came back."""

    operation = models.BigIntegerField(primary_key=True)
    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="returns")
    file_name = models.TextField()
    sha256 = models.CharField(max_length=64)  # of the file; names it in `originals`
    received_on = models.DateField()
    figures = models.TextField()  # JSON: what `visits receive --json` says
    undone_by = models.BigIntegerField(null=True)


class Answer(models.Model):
    """What a file answers to one question; rows that only repeat an earlier answer are not kept again."""

    line = models.ForeignKey(Line, on_delete=models.PROTECT, related_name="answers")
    received = models.ForeignKey(Return, on_delete=models.PROTECT, related_name="answers")
    row = models.IntegerField()  # of the sheet that came back
    said = models.TextField()  # JSON: `answer`, `value`, `seen`, `on`, `by`, `note`
    effect = models.CharField(max_length=20)
    why = models.CharField(max_length=40, default="")
    whom = models.CharField(max_length=40, default="")
    sets = models.TextField(null=True)  # the value that it has set

    class Meta:
        constraints = (models.UniqueConstraint(fields=("received", "line"), name="reply_once"),)


class Met(models.Model):
    """A child met at a household who was on no list."""

    received = models.ForeignKey(Return, on_delete=models.PROTECT, related_name="met")
    sheet = models.TextField()
    row = models.IntegerField()  # of the sheet that came back
    snapshot = models.CharField(max_length=64)  # SHA-256 of what was written; names it in `snapshots`
    index = models.IntegerField()  # the row of that snapshot
    fingerprint = models.CharField(max_length=64)  # of what the row says
    shown = models.TextField()  # JSON: cleaned values, for people
    registered = models.CharField(max_length=20, default="")  # `forms.visits.Choice`: the birth is registered
    ending = models.CharField(max_length=20)  # `new`, `known`, `waiting`, `repeated`
    why = models.CharField(max_length=40, default="")  # it waits
    candidate = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")  # who it may be
    birth = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")  # its entry in the book
    birth_sure = models.BooleanField(default=False)
    person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")  # who it is
    answer = models.CharField(max_length=20, default="")  # of a waiting one: `same`, `new`, `none`
    answered_by = models.BigIntegerField(null=True)  # operation

    class Meta:
        indexes = (models.Index(fields=("ending", "answer"), name="met_waiting"),)
