"""Production settings for measuring: no WhiteNoise in front, a cache of its own for each database."""

import os

from congress_portal.settings.prod import *  # noqa: F403
from congress_portal.settings.prod import CACHES, DATABASES, LOGGING, MIDDLEWARE

MIDDLEWARE = [name for name in MIDDLEWARE if "whitenoise" not in name]
CACHES["default"]["KEY_PREFIX"] = f"bench:{DATABASES['default']['NAME']}:{os.getpid()}"
# Lines are made as in production; only nobody reads them.
LOGGING["handlers"]["console"]["stream"] = open(os.devnull, "w")  # noqa: SIM115
# Measuring asks more often than a person may.
SEARCHES_PER_MINUTE = LOOKALIKES_PER_MINUTE = 0
