#!/usr/bin/env python
"""Django's command line. Without DATABASE_URL or REDIS_URL it joins the embedded servers of PORTAL_VAR."""

import os
import sys

from django.core.management import execute_from_command_line

from congress_portal import embedded
from congress_portal.settings import env

# Reads files only: no reason to wake a database.
NEEDS_NO_SERVER = {"help", "--help", "-h", "version", "--version", "makemessages", "collectstatic", "findstatic"}

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "congress_portal.settings.dev")
    if not NEEDS_NO_SERVER.intersection(sys.argv[1:2]):
        embedded.join_unless_given(env.VAR, env.DATABASE_URL, env.REDIS_URL)
    execute_from_command_line(sys.argv)
