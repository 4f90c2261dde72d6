"""What the clocks tell the floor below: their kind of message, its re-check, their findings."""

from foundation.deadlines import reminding
from foundation.notices.registry import register_kind, register_recheck

register_kind(reminding.KIND, name="期限提醒", statutory=True, order=10)
register_recheck(reminding.KIND, reminding.unwanted)
