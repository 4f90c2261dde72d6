"""The log of requests names nobody who opens or sends a ballot paper: no person, no address, no kind of device."""

import re
from typing import Any

import structlog
from django.dispatch import receiver
from django.http import HttpRequest
from django_structlog import signals

PAPER = re.compile(r"/ballots/\d+/vote/$")


@receiver([signals.bind_extra_request_metadata, signals.bind_extra_request_finished_metadata])
def name_nobody(request: HttpRequest, log_kwargs: dict[str, Any], **facts: Any) -> None:
    """What the middleware has put on the line is taken off again, also for whatever the page itself logs."""
    if PAPER.search(request.path):
        structlog.contextvars.unbind_contextvars("user_id", "ip")
        log_kwargs.pop("user_agent", None)
