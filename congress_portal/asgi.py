"""The entry for an ASGI server; gunicorn's threads (wsgi.py) are the measured choice."""

import os

from django.core.asgi import get_asgi_application

from congress_portal import embedded
from congress_portal.settings import env

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "congress_portal.settings.dev")
embedded.join_unless_given(env.VAR, env.DATABASE_URL, env.REDIS_URL)
application = get_asgi_application()
