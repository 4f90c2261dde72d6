"""A worker of its own process: the reminder job with the kinds of these tests, in batches of `sys.argv[2]`."""

import sys
from datetime import date

import django

django.setup()

from foundation.deadlines.reminding import remind_due  # noqa: E402
from tests.foundation.deadlines.kinds import register  # noqa: E402

register()
remind_due(date.fromisoformat(sys.argv[1]), batch=int(sys.argv[2]))
