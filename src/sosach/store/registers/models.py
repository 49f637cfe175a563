"""Imports, persons and what is known of them.

A person is one record of one register. `Person` is narrow, for lists, search and counting; `Record` holds the values:
those of the last file in which the person stood, what overrides them, and the cleaned values that follow from both.
"""

from django.db import models


class Import(models.Model):
    """A file that was taken in."""

    operation = models.BigIntegerField(primary_key=True)
    register = models.CharField(max_length=40)
    file_name = models.TextField()
    sha256 = models.CharField(max_length=64)  # of the file; names it in `originals`
    snapshot = models.CharField(max_length=64)  # SHA-256 of what was taken in; names it in `snapshots`
    as_of = models.DateField()  # the day of which the file tells
    headings = models.TextField()  # JSON: field to heading, of all fields that the file has
    figures = models.TextField()  # JSON: what `import --json` says
    undone_by = models.BigIntegerField(null=True)

    class Meta:
        indexes = (models.Index(fields=("register", "sha256"), name="import_of_file"),)


class Person(models.Model):
    """Somebody in a register."""

    id = models.BigIntegerField(primary_key=True)  # counted up under the write lock, in the order of the files
    register = models.CharField(max_length=40)
    version = models.IntegerField(default=1)  # rises with every change: whoever saw an older one is told
    left = models.CharField(max_length=40, default="")  # `merged`, `withdrawn`; empty: in the register
    since = models.BigIntegerField()  # the operation by which the person came in
    entered_on = models.DateField()
    left_on = models.DateField(null=True)  # the day of `left`
    seen_in = models.BigIntegerField()  # the last import in which the person stood
    sheet = models.TextField()  # where in that file
    row = models.IntegerField()
    record_code = models.TextField(null=True)
    full_name = models.TextField(null=True)
    name_key = models.TextField(null=True)  # for search: no marks, no capitals
    kin_key = models.TextField(null=True)  # the same of father, mother and guardian, with bars between
    household_code = models.TextField(null=True)
    birth_date = models.CharField(max_length=10, null=True)
    sex = models.CharField(max_length=10, null=True)
    personal_id = models.CharField(max_length=12, null=True)
    hamlet = models.TextField(null=True)
    status = models.CharField(max_length=20, null=True)
    status_on = models.DateField()  # since when it is what it is
    sixteen_on = models.DateField(null=True)  # of a child: the day on which sixteen years are surely complete

    class Meta:
        indexes = (
            models.Index(fields=("register", "record_code"), name="person_by_code"),
            models.Index(fields=("register", "personal_id"), name="person_by_number"),
            models.Index(fields=("register", "household_code"), name="person_by_household"),
            models.Index(fields=("register", "kin_key"), name="person_by_kin"),
            models.Index(fields=("name_key", "id"), name="person_by_name"),  # walked in order until enough are found
            models.Index(fields=("register", "left", "seen_in"), name="person_by_import"),
            models.Index(fields=("register", "left", "entered_on"), name="person_by_entry"),
            models.Index(fields=("register", "status", "status_on"), name="person_by_status"),
            models.Index(fields=("register", "sixteen_on"), name="person_by_sixteen"),
        )


class Record(models.Model):
    """The values of a person, as JSON objects by field; a field that is not there is empty."""

    person = models.OneToOneField(Person, primary_key=True, on_delete=models.PROTECT)
    raw = models.TextField()  # what the last file shows
    cells = models.TextField()  # marked cells of that file, where they tell more than what is shown
    overrides = models.TextField()  # what stands above the file: field to {"value", "source", "event"}
    facts = models.TextField()  # cleaned values, overrides included: what the person's values are


class WaitingRow(models.Model):
    """A row of a file of which it is not certain whose it is; somebody has to say."""

    register = models.CharField(max_length=40)
    operation = models.BigIntegerField()  # the import
    index = models.IntegerField()  # the row of its snapshot
    sheet = models.TextField()
    row = models.IntegerField()
    fingerprint = models.CharField(max_length=64)  # of what the row says: an answer holds for later files too
    shown = models.TextField()  # JSON: cleaned values, for people
    candidate = models.ForeignKey(Person, null=True, on_delete=models.PROTECT)
    why = models.CharField(max_length=40)  # `code_taken`, `number_taken`, `unsure`
    answer = models.CharField(max_length=20, default="")  # `same`, `new`, `none`, `superseded`; empty: waiting
    answered_by = models.BigIntegerField(null=True)  # operation
    person = models.BigIntegerField(null=True)  # whose it was found to be

    class Meta:
        indexes = (models.Index(fields=("register", "fingerprint"), name="waiting_fingerprint"),)
