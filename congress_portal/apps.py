from django.apps import AppConfig
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
