"""The births book beside the register of children.

Extracts are imports of the register `births`: their entries are persons of that register, weekly extracts add up, and
the log tells them like any import. Here stands who is who, made anew at every comparison, and what people have said.
"""

from django.db import models

from sosach.store.registers.models import Person


class Extract(models.Model):
    """An extract that was compared: an import of births, and which of the State's books it was taken from."""

    operation = models.BigIntegerField(primary_key=True)  # the import
    source = models.CharField(max_length=40)  # `campaign.precedence.Source`
    compared_on = models.DateField()


class Pair(models.Model):
    """A child of the register and an entry of the births book that are, or may be, one person."""

    child = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="+")
    birth = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="+")
    sure = models.BooleanField()  # otherwise somebody has to look
    reasons = models.TextField(default="")  # of a doubtful pair: what speaks for it and against, in sentences


class Alone(models.Model):
    """A child that the book does not have, or an entry that the register does not have."""

    person = models.OneToOneField(Person, primary_key=True, on_delete=models.PROTECT)
    double = models.BooleanField()  # another row of the same person was found
    why = models.CharField(max_length=30)  # of an entry: `linkage.civil.ONLY_IN_BIRTHS`; of a child empty


class Ruling(models.Model):
    """Somebody has said whether a child and an entry are one person."""

    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    birth = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    same = models.BooleanField()
    operation = models.BigIntegerField(unique=True)
    undone_by = models.BigIntegerField(null=True)


class Taken(models.Model):
    """Values of an entry were taken over into the register."""

    operation = models.BigIntegerField(db_index=True)  # of one child, or of many at once
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    birth = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")


class Correction(models.Model):
    """The book itself is wrong: a task for civil registration, “cải chính hộ tịch”. Nothing is edited here."""

    operation = models.BigIntegerField(primary_key=True)
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    birth = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    field = models.CharField(max_length=40)
    ours = models.TextField(null=True)  # what the family's papers say
    theirs = models.TextField(null=True)  # what the book says
    undone_by = models.BigIntegerField(null=True)
