"""Nouns of the messages."""

from foundation.notices.models.job_run import JobRun
from foundation.notices.models.kind import NoticeKind
from foundation.notices.models.notice import Notice
from foundation.notices.models.outbox import OutboxMail
from foundation.notices.models.preference import Preference
from foundation.notices.models.window import DeliveryWindow

__all__ = ["DeliveryWindow", "JobRun", "Notice", "NoticeKind", "OutboxMail", "Preference"]
