"""What proves who somebody is, where they are signed in, and who has tried in vain.

Source: OWASP ASVS 5.0, chapters 6 and 7.
"""

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from sosach.store.accounts.models import Account


class Credential(models.Model):
    """How the holder of an account signs in; an account without one takes part on paper only."""

    account = models.OneToOneField(Account, primary_key=True, on_delete=models.PROTECT)
    password = models.TextField()  # Argon2id
    must_change = models.BooleanField(default=False)  # somebody else has set it
    secret = models.TextField(default="")  # of the one-time codes, base32; empty: none were set up
    last_step = models.BigIntegerField(default=0)  # the half minute of the last code: each code is good once
    recovery = models.TextField(default="[]")  # JSON: SHA-256 of the recovery codes that are left


class Attempt(models.Model):
    """Somebody has tried in vain."""

    name_hash = models.CharField(max_length=64)  # of what was typed as the name: people type passwords there
    origin = models.CharField(max_length=45)  # address
    at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=("name_hash", "origin", "at"), name="attempt_of_pair"),)


class Session(AbstractBaseSession):
    """A browser in which somebody is signed in."""

    account = models.ForeignKey(Account, null=True, on_delete=models.CASCADE)
    started_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    device = models.CharField(max_length=120, default="")  # browser and system, in words
