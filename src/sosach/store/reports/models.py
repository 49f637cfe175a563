"""The figures of a report as they were frozen, and who stood where: what was printed can be followed to persons."""

from django.db import models


class Snapshot(models.Model):
    """A report's figures; never changed, and after approval neither are its words."""

    operation = models.BigIntegerField(primary_key=True)
    number = models.CharField(max_length=40, unique=True)  # “TE-2026-25”; a correction of it “TE-2026-25-2”
    kind = models.CharField(max_length=10)  # weekly, monthly, final, adhoc
    registers = models.CharField(max_length=80)  # names, joined by a comma
    first_day = models.DateField()
    cut_off = models.DateField()
    version = models.IntegerField()
    corrects = models.CharField(max_length=40, default="")  # number of the one before
    why = models.TextField(default="")  # of a correction
    figures = models.TextField()  # JSON: `papers.frozen`
    sha256 = models.CharField(max_length=64)  # of the figures; the log has it, too
    standings = models.TextField()  # JSON: per register and person, `papers.standing`, at the cut-off
    before = models.TextField()  # JSON: the same at the cut-off before
    made_on = models.DateField()
    edited = models.TextField(default="{}")  # JSON: sections that the office wrote itself
    approved_by = models.TextField(default="")
    approved_on = models.DateField(null=True)

    class Meta:
        indexes = (models.Index(fields=("kind", "registers", "cut_off"), name="snapshot_of_period"),)
