"""The one secret of the home; in the database, so that a backup carries it and a restored home knows its rows."""

from django.db import models


class Seal(models.Model):
    """The key of this home's row codes: a single row."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    key = models.CharField(max_length=64)  # 32 bytes in hexadecimal digits
