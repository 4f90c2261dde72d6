"""Logs: one line an event, Chinese readable, JSON in production."""

import re
from typing import Any

import structlog

from congress_portal.settings import env

# The address of a private calendar is its password; what somebody searched for is his own affair.
_TOKEN = re.compile(r"(/calendar/)[^/?\s]+(?=\.ics)")
_QUERY = re.compile(r"\?\S*")


def without_secrets(logger: Any, method: str, event: dict[str, Any]) -> dict[str, Any]:
    """Takes tokens and queries out of every address that is logged."""
    for key in ("event", "request"):
        if isinstance(event.get(key), str):
            event[key] = _TOKEN.sub(r"\1***", event[key])
    if isinstance(event.get("request"), str):
        event["request"] = _QUERY.sub("", event["request"])
    return event


_shared: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=False),
    structlog.processors.StackInfoRenderer(),
    structlog.processors.UnicodeDecoder(),
    without_secrets,
]
_json = structlog.processors.JSONRenderer(ensure_ascii=False)
_console = structlog.dev.ConsoleRenderer(colors=False)

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": structlog.stdlib.ProcessorFormatter,
            "processors": [
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                _json if env.LOG_JSON else _console,
            ],
            "foreign_pre_chain": _shared,
        },
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.LOG_LEVEL},
    "loggers": {
        "django.server": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "fontTools": {"level": "WARNING"},
        # Every 20 seconds a task is received and done: only what goes wrong is worth a line.
        "celery": {"level": "WARNING"},
    },
}
structlog.configure(
    processors=[
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.filter_by_level,
        *_shared[1:],
        structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
    ],
    logger_factory=structlog.stdlib.LoggerFactory(),
    cache_logger_on_first_use=True,
)
