from importlib import import_module

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class DeadlinesConfig(AppConfig):
    name = "foundation.deadlines"
    verbose_name = "期限与提醒"

    def ready(self) -> None:
        reference = import_module("foundation.deadlines.reference")
        post_migrate.connect(lambda **_: reference.load(), sender=self, weak=False, dispatch_uid="deadlines.reference")
