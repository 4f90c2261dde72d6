"""The web server's entry: `gunicorn congress_portal.wsgi`."""

import gc
import os

from django.core.wsgi import get_wsgi_application

from congress_portal import embedded
from congress_portal.settings import env

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "congress_portal.settings.dev")
embedded.join_unless_given(env.VAR, env.DATABASE_URL, env.REDIS_URL)
application = get_wsgi_application()
# What is loaded by now stays as long as the process: the collector of garbage need not walk it again on every page.
gc.freeze()
