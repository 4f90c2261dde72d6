from importlib import import_module
from typing import Any

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate
from django.utils.module_loading import autodiscover_modules

# Imported for their effect: shared tasks find their application, the checks register themselves.
from congress_portal import checks
from congress_portal.celery import app as celery_app

__all__ = ["celery_app", "checks"]


class CongressPortalConfig(AppConfig):
    name = "congress_portal"
    verbose_name = "门户"

    def ready(self) -> None:
        """Each app's registration.py tells the portal its cards, panels, clocks and listeners."""
        autodiscover_modules("registration")
        # Once per migrate, at an app that has models; Django passes over those that have none.
        sender = apps.get_app_config("accounts")
        post_migrate.connect(_load_reference, sender=sender, dispatch_uid="congress_portal.reference")


def _load_reference(**kwargs: Any) -> None:
    import_module("congress_portal.reference").load_all()
