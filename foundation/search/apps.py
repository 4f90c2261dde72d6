from importlib import import_module

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class SearchConfig(AppConfig):
    name = "foundation.search"
    verbose_name = "检索"

    def ready(self) -> None:
        figures = import_module("foundation.search.figures")
        post_migrate.connect(figures.keep_figures, sender=self, dispatch_uid="search.figures")
