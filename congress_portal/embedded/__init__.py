"""PostgreSQL and Valkey from wheels, for every process that has no DATABASE_URL or REDIS_URL (see docs/adr).

`join()` is the door: it starts the servers or attaches to them, and they stay until the last process that joined ends.
"""

from congress_portal.embedded.errors import EmbeddedError
from congress_portal.embedded.lease import join, join_unless_given, leave, leave_and_wait

__all__ = ["EmbeddedError", "join", "join_unless_given", "leave", "leave_and_wait"]
