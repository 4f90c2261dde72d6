"""Every periodic job of the portal on one page: its hour and its reason (for operators: docs/operations.md)."""

from celery.schedules import crontab

CELERY_BEAT_SCHEDULE: dict[str, dict] = {}


def _job(task: str, when) -> None:
    CELERY_BEAT_SCHEDULE[task] = {"task": task, "schedule": when}


# Proof that the scheduler lives: /health/deep and the morning list read its age.
_job("portal.heartbeat", 60.0)
# Mail leaves within half a minute of the act that caused it; a broker away costs lateness, never a message.
_job("notices.relay", 20.0)
# Domain events are chained by one sealer, so that no writer waits for another.
_job("audit.seal", 60.0)
# Working hours only; every half hour, so that an outage of an hour is made good the same morning.
_job("deadlines.remind", crontab(minute="5,35", hour="8-18"))
# One letter in the morning for whoever asked for digests instead of single mails.
_job("notices.digest", crontab(minute=30, hour=8))
# Promises: reports of the month, the turn of the year and of the term, the statements of the fourth quarter. It asks
# how things stand, so a day without it is made good the next morning.
_job("suggestions.keep_ledger", crontab(minute=10, hour=6))
# Before the office opens: what went wrong since yesterday (F83).
_job("portal.morning_list", crontab(minute=45, hour=7))
# Sessions past their age leave the table while nobody is working.
_job("portal.clear_sessions", crontab(minute=20, hour=3))
# Contents that a rolled back upload left behind, at least a day old.
_job("files.sweep", crontab(minute=40, hour=3))
# Files chosen for a form that came back with a mistake and was never sent.
_job("files.forget_waiting", crontab(minute="*/15"))
# Citizens' data that are needed no longer are brought before the office; erased once two of it have agreed.
_job("privacy.find_due", crontab(minute=50, hour=3))
_job("privacy.purge", crontab(minute="*/10"))
# The month's consultation some days before its day; a day without the job is made good the next morning.
_job("stations.plan_consultation", crontab(minute=20, hour=6))
# Answered letters whose writers said nothing in the local time.
_job("stations.close_silent", crontab(minute=25, hour=6))
# Reports asked for while the broker was away; a moment's wait for a page that otherwise starts them itself.
_job("reports.build_waiting", crontab(minute="*/5"))
# Snapshots of points asked for while the broker was away, as above.
_job("deputies.build_snapshots_waiting", crontab(minute="*/5"))
# Before the office opens: deputies whose reception day comes within the days of notice. Late or doubled tells once.
_job("liaison_stations.tell_rota", crontab(minute=40, hour=7))
# Which letters are of one matter: what came in this hour stands in the overview of the next.
_job("liaison_stations.group_matters", crontab(minute=15))
