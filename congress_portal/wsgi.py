"""The web server's entry: `gunicorn congress_portal.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

from congress_portal import embedded
from congress_portal.settings import env

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "congress_portal.settings.dev")
embedded.join_unless_given(env.VAR, env.DATABASE_URL, env.REDIS_URL)
application = get_wsgi_application()
