"""The Celery application; tasks live in each app's tasks.py, hours in settings/schedule.py."""

import os

from celery import Celery, signals

from congress_portal import embedded
from congress_portal.settings import env

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "congress_portal.settings.dev")

app = Celery("congress_portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@signals.celeryd_init.connect
@signals.beat_init.connect
def _join_servers(**_: object) -> None:
    embedded.join_unless_given(env.VAR, env.DATABASE_URL, env.REDIS_URL)


@signals.setup_logging.connect
def _keep_our_logging(**_: object) -> None:
    """Django has configured the logs already; a listener here keeps Celery from doing it again."""
