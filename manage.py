#!/usr/bin/env python
"""Django's command line. Without DATABASE_URL or REDIS_URL it joins the embedded servers of PORTAL_VAR."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

# They read files only: no reason to wake a database.
NEED_NO_SERVER = {"help", "--help", "-h", "version", "--version", "makemessages", "collectstatic", "findstatic"}


def main(arguments: list[str]) -> None:
    """Join the embedded servers where needed, then do what the arguments say."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "congress_portal.settings.dev")
    # Reading the environment may refuse a value: the import stands where its sentence can be shown.
    from congress_portal import embedded
    from congress_portal.settings import env

    if not NEED_NO_SERVER.intersection(arguments[1:2]):
        embedded.join_unless_given(env.VAR, env.DATABASE_URL, env.REDIS_URL)
    execute_from_command_line(arguments)


if __name__ == "__main__":
    try:
        main(sys.argv)
    except ImproperlyConfigured as problem:
        sys.exit(f"设置有误：{problem}")
