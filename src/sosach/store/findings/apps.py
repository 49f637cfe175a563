"""What is wrong with whom, from being found to being settled."""

from django.apps import AppConfig


class App(AppConfig):
    """Named after its folder."""

    name = "sosach.store.findings"
    label = "findings"
