from importlib import import_module

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class FilesConfig(AppConfig):
    name = "foundation.files"
    verbose_name = "附件"

    def ready(self) -> None:
        reference = import_module("foundation.files.reference")
        post_migrate.connect(reference.load, sender=self, dispatch_uid="files.reference")
