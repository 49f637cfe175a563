"""Lists that go to the police every Thursday and come back on Wednesday."""

from django.apps import AppConfig


class App(AppConfig):
    """Named after its folder."""

    name = "sosach.store.police"
    label = "police"
