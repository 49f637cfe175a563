"""What was prepared for the national software, fact by fact, and what became of every fact.

An upload is frozen when it is prepared: which export it was made from, which cells were changed and by which event, the
rows of its typing list. What is ticked on that list, and what a later export shows, is kept paper by paper; a fact
repeats the latest of it, so that figures are one count.
"""

from django.db import models

from sosach.store.registers.models import Import, Person


class Upload(models.Model):
    """Files prepared for the national software."""

    operation = models.BigIntegerField(primary_key=True)
    code = models.CharField(max_length=12, unique=True)  # “CN-03”; the number of a cancelled one is never given again
    register = models.CharField(max_length=40)
    base = models.ForeignKey(Import, on_delete=models.PROTECT)  # the export that was changed
    prepared_on = models.DateField()
    cells = models.IntegerField()  # changed in the workbook
    lines = models.IntegerField()  # of the typing list
    file_name = models.TextField()
    sha256 = models.CharField(max_length=64, default="")  # of the workbook, in `originals`; empty: there is none
    list_sha256 = models.CharField(max_length=64)  # empty: nothing has to be typed
    new_sha256 = models.CharField(max_length=64, default="")
    proof = models.TextField(default="")  # JSON, as it was written beside the workbook
    cancelled_by = models.BigIntegerField(null=True)  # operation

    class Meta:
        indexes = (models.Index(fields=("register", "cancelled_by"), name="upload_of_register"),)


class Fact(models.Model):
    """A fact of a person in an upload; values as cleaned."""

    upload = models.ForeignKey(Upload, on_delete=models.PROTECT, related_name="facts")
    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    field = models.CharField(max_length=40)  # empty: the record itself, which is to be deleted
    old = models.TextField(null=True)
    new = models.TextField(null=True)
    event = models.BigIntegerField(null=True)  # that settled it; null: the same value written more tidily
    is_new = models.BooleanField()  # of a person whom the software does not have
    hamlet = models.TextField(null=True)
    sheet = models.TextField(default="")  # where the workbook was changed; empty: on the typing list only
    cell = models.CharField(max_length=16, default="")
    number = models.IntegerField(null=True)  # on the typing list; null: nobody need type it
    code = models.CharField(max_length=40, default="")
    printed = models.TextField(default="")  # JSON list: the facts of the form, as printed
    typed = models.CharField(max_length=10, default="")  # `done`, `failed`
    typed_by = models.BigIntegerField(null=True)  # operation
    typed_on = models.DateField(null=True)
    taken = models.CharField(max_length=10, default="")  # `campaign.confirmation.Taken`
    now = models.TextField(null=True)  # what the later export shows
    confirmed_by = models.BigIntegerField(null=True)  # operation
    confirmed_on = models.DateField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("upload", "person", "field"), name="fact_once"),)
        indexes = (
            models.Index(fields=("person", "field"), name="fact_of_person"),
            models.Index(fields=("upload", "taken"), name="fact_by_outcome"),
            models.Index(fields=("event",), name="fact_by_event"),
        )


class Ticking(models.Model):
    """A typing list that came back."""

    operation = models.BigIntegerField(primary_key=True)
    upload = models.ForeignKey(Upload, on_delete=models.PROTECT, related_name="tickings")
    file_name = models.TextField()
    sha256 = models.CharField(max_length=64)
    received_on = models.DateField()
    figures = models.TextField()  # JSON: what `upload receive --json` says
    undone_by = models.BigIntegerField(null=True)


class Ticked(models.Model):
    """What a list says of one of its rows, where that is news."""

    ticking = models.ForeignKey(Ticking, on_delete=models.PROTECT, related_name="rows")
    fact = models.ForeignKey(Fact, on_delete=models.PROTECT, related_name="ticks")
    typed = models.CharField(max_length=10)  # `done`, `failed`
    typed_on = models.DateField()
    by = models.TextField()
    note = models.TextField()


class Confirmation(models.Model):
    """A later export was compared with what had been uploaded."""

    operation = models.BigIntegerField(primary_key=True)
    register = models.CharField(max_length=40)
    later = models.ForeignKey(Import, on_delete=models.PROTECT)
    confirmed_on = models.DateField()
    figures = models.TextField()  # JSON: what `upload confirm --json` says
    undone_by = models.BigIntegerField(null=True)


class Outcome(models.Model):
    """What a comparison found of one fact."""

    confirmation = models.ForeignKey(Confirmation, on_delete=models.PROTECT, related_name="outcomes")
    fact = models.ForeignKey(Fact, on_delete=models.PROTECT, related_name="outcomes")
    taken = models.CharField(max_length=10)
    now = models.TextField(null=True)
