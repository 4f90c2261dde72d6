from importlib import import_module

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class WorkdaysConfig(AppConfig):
    name = "foundation.workdays"
    verbose_name = "工作日历"

    def ready(self) -> None:
        calendar = import_module("foundation.workdays.calendar")
        loading = import_module("foundation.workdays.loading")
        import_module("foundation.workdays.checks")
        calendar.watch()
        post_migrate.connect(
            lambda **_: loading.seed_after_migrate(), sender=self, weak=False, dispatch_uid="workdays.seed"
        )
