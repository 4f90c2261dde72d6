from django.apps import AppConfig


class VaultConfig(AppConfig):
    name = "foundation.vault"
    verbose_name = "密钥保管"
