from importlib import import_module

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "foundation.audit"
    verbose_name = "审计"

    def ready(self) -> None:
        import_module("foundation.workdays.trail").hear(import_module("foundation.audit.calendar").calendar_changed)
