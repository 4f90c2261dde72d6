from importlib import import_module

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "foundation.accounts"
    verbose_name = "用户与单位"

    def ready(self) -> None:
        import_module("foundation.accounts.events")
