"""The campaign, its hamlets and organisations, and the people who take part."""

from django.db import models


class Campaign(models.Model):
    """The one campaign of this home: a single row."""

    home = models.CharField(max_length=32, unique=True)  # repeats the mark of the home folder
    unit_code = models.CharField(max_length=5)
    unit_name = models.TextField()  # with its kind: “xã Hòa Mẫu”
    province = models.TextField()
    plan_sha256 = models.CharField(max_length=64)  # of the plan that holds; names it in `plans`
    started_on = models.DateField()
    operation = models.BigIntegerField()


class Account(models.Model):
    """Somebody who takes part."""

    name = models.TextField(unique=True)
    role = models.CharField(max_length=40)  # see `rights`
    hamlets = models.TextField()  # JSON list of names; empty list: none of their own
    active = models.BooleanField(default=True)
    operation = models.BigIntegerField()


class Deadline(models.Model):
    """A deadline that was moved; the plan's own stands in the plan."""

    register = models.CharField(max_length=40)
    until = models.DateField()
    document = models.TextField()
    reason = models.TextField()
    operation = models.BigIntegerField(unique=True)
