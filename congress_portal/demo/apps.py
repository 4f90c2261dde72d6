from importlib import import_module

from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "congress_portal.demo"
    verbose_name = "演示数据"

    def ready(self) -> None:
        # Registers the check by being imported; it needs the models.
        import_module("congress_portal.demo.checks")
