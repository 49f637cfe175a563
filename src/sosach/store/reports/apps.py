"""Frozen figures of reports."""

from django.apps import AppConfig


class App(AppConfig):
    """Named after its folder."""

    name = "sosach.store.reports"
    label = "reports"
