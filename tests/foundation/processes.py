"""Real processes on the test database, for tests that kill them."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

from django.db import connection

ROOT = Path(__file__).resolve().parents[2]


def environment(**more: str) -> dict[str, str]:
    """The environment in which another process works on this test's database."""
    found = connection.settings_dict
    place = f"{quote(found['USER'])}@{quote(found['HOST'], safe='')}:{found['PORT'] or ''}".rstrip(":")
    if found["PASSWORD"]:
        place = place.replace("@", f":{quote(found['PASSWORD'])}@", 1)
    return os.environ | {
        "DATABASE_URL": f"postgresql://{place}/{found['NAME']}",
        "DJANGO_SETTINGS_MODULE": "congress_portal.settings.dev",
        **more,
    }


def spawn(*arguments: str, **more: str) -> subprocess.Popen:
    """Starts `python arguments…` from the root of the repository."""
    return subprocess.Popen([sys.executable, *arguments], cwd=ROOT, env=environment(**more), stdout=subprocess.DEVNULL)
