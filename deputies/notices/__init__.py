"""Who hears what, one function per event; called on a transition's last line."""

from deputies.notices.duty import duty_struck

__all__ = ["duty_struck"]
