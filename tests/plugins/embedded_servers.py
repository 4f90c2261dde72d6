"""Loaded with `-p` before the settings are read: joins the embedded servers when no real ones are given."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Beside the demonstration data, never in it.
os.environ.setdefault("PORTAL_VAR", str(ROOT / "var" / "test"))
os.environ.setdefault("PORTAL_EMBEDDED_CARELESS", "1")
# Playwright's loop runs in the thread of the browser tests; Django would refuse its ORM there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

from congress_portal import embedded  # noqa: E402  (PORTAL_VAR has to be set before it is read)
from congress_portal.settings import env  # noqa: E402

embedded.join_unless_given(env.VAR, env.DATABASE_URL, env.REDIS_URL)
