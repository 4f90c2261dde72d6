"""Who hears what, one function per event; called on a transition's last line."""

from deputies.notices.activities import absent, cancelled, invited
from deputies.notices.duty import duty_struck

__all__ = ["absent", "cancelled", "duty_struck", "invited"]
