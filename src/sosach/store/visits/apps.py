"""The household review: lists that go to hamlets, and what households have answered."""

from django.apps import AppConfig


class App(AppConfig):
    """Named after its folder."""

    name = "sosach.store.visits"
    label = "visits"
