from importlib import import_module

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class NoticesConfig(AppConfig):
    name = "foundation.notices"
    verbose_name = "消息通知"

    def ready(self) -> None:
        reference = import_module("foundation.notices.reference")
        post_migrate.connect(lambda **_: reference.load(), sender=self, weak=False, dispatch_uid="notices.reference")
