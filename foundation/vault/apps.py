from importlib import import_module

from django.apps import AppConfig


class VaultConfig(AppConfig):
    name = "foundation.vault"
    verbose_name = "密钥保管"

    def ready(self) -> None:
        import_module("foundation.vault.checks")
