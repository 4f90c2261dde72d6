"""What the page of an activity shows of a reception day: who receives, who signed up, what was raised and answered."""

from typing import Any

from django.http import HttpRequest

from deputies.models import Activity, RaisedMatter, ReceptionDay
from deputies.rules.reception import FORUM, HELD, may_confirm_sign_ups, may_record_matter
from deputies.rules.register import KEEPERS
from foundation import deadlines
from foundation.web.panels import Panel
from foundation.workdays.clock import today


def _reception(request: HttpRequest, activity: Activity) -> dict[str, Any] | None:
    if activity.kind.code != "reception_day":
        return None
    day = ReceptionDay.objects.filter(activity=activity).prefetch_related("receivers").first()
    if day is None:
        return None
    receivers, user = list(day.receivers.all()), request.user
    matters = list(RaisedMatter.objects.visible_to(user).filter(activity=activity).select_related("deputy"))
    deadlines.attach_lights(matters, "raised_answer", today())
    return {
        "day": day,
        "receivers": receivers,
        "signed": day.sign_ups.count(),
        "matters": matters,
        "may_confirm": bool(may_confirm_sign_ups(user, day, on=today())),
        "may_answer": user.has_role(*KEEPERS) or user.pk in {person.pk for person in receivers},
    }


def _forum(request: HttpRequest, activity: Activity) -> dict[str, Any] | None:
    if activity.kind.code != FORUM or activity.state not in HELD:
        return None
    matters = list(RaisedMatter.objects.visible_to(request.user).filter(activity=activity).select_related("deputy"))
    deadlines.attach_lights(matters, "raised_answer", today())
    may_record = bool(may_record_matter(request.user, activity, on=today()))
    return {"activity": activity, "matters": matters, "may_record": may_record}


MATTERS = Panel("deputies.activity", "forum", "代表意见", "deputies/forum_panel.html", _forum, order=15)
RECEPTION = Panel("deputies.activity", "reception", "代表接待", "deputies/reception_panel.html", _reception, order=15)
