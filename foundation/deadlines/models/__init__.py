"""Nouns of the clocks."""

from foundation.deadlines.models.deadline import Deadline
from foundation.deadlines.models.extension import Extension, Pause
from foundation.deadlines.models.feed import CalendarFeed
from foundation.deadlines.models.milestone import LightThreshold, Milestone
from foundation.deadlines.models.reminder import Reminder, ReminderFault
from foundation.deadlines.models.time_limit import TimeLimit

__all__ = [
    "CalendarFeed",
    "Deadline",
    "Extension",
    "LightThreshold",
    "Milestone",
    "Pause",
    "Reminder",
    "ReminderFault",
    "TimeLimit",
]
