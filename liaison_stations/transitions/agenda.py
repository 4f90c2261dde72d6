"""What comes onto the agenda of a consultation, and on which day the next one is held."""

from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet

from foundation.deadlines.models import Deadline
from foundation.workdays.arithmetic import next_workday
from liaison_stations.models import Consultation, ConsultationRule, Letter
from liaison_stations.states.letter import OPEN
from liaison_stations.transitions._letter import day_of
from liaison_stations.transitions.consultations import plan_consultation


def could_come() -> QuerySet[Letter]:
    """Every letter that is still worked on, the oldest first."""
    return Letter.objects.filter(state__in=OPEN).order_by("posted_at", "pk")


def should_come(on: date) -> QuerySet[Letter]:
    """Those that are late on the day, or have waited longer than the local rule has patience."""
    late = Deadline.objects.late_on(on).subject_ids(Letter)
    rule = ConsultationRule.objects.latest_on(on)
    waiting = Q(posted_at__date__lte=on - timedelta(days=rule.open_days)) if rule else Q(pk__in=[])
    return could_come().filter(Q(pk__in=late) | waiting)


def day_in(month: date) -> date | None:
    """The day of the month's consultation by the rule, rolled to a working day; None without a rule."""
    rule = ConsultationRule.objects.latest_on(month)
    return next_workday(month.replace(day=rule.day)) if rule else None


def next_day(on: date) -> date:
    """The day of the next consultation that is not arranged yet; `on` itself without a rule."""
    month = on.replace(day=1)
    taken = set(Consultation.objects.filter(month__gte=month).values_list("month", flat=True))
    for _ in range(24):
        day = day_in(month)
        if day is None:
            return on
        if day >= on and month not in taken:
            return day
        month = (month + timedelta(days=32)).replace(day=1)
    return on


def due_to_plan(on: date) -> date | None:
    """The day of the consultation that has to be arranged on `on` by the job; None while there is nothing to do."""
    rule = ConsultationRule.objects.latest_on(on)
    if rule is None:
        return None
    day = next_day(on)
    return day if (day - on).days <= rule.days_before else None


def plan_due(*, at: datetime) -> Consultation | None:
    """What the job does each morning: arranges the consultation that is near, or nothing."""
    day = due_to_plan(day_of(at))
    if day is None:
        return None
    return plan_consultation(held_on=day, letters=list(should_come(day)), by=None, at=at)
