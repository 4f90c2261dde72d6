"""Meetings of the standing committee in the demonstration year, shared by the parts of supervision."""

from datetime import date, timedelta
from itertools import count

from django.db.models import Max, QuerySet
from django.utils import timezone

from congress_portal.demo.district import District
from deputies.models import Meeting, MeetingKind, Term


def sc_meeting(district: District, days: int, kind: str = MeetingKind.STANDING_COMMITTEE) -> Meeting:
    """The meeting that many days ago, or ahead where `days` is negative; the one that stands on that day already."""
    day = district.day + timedelta(days=-days) if days < 0 else timezone.localdate(district.at(days))
    term = Term.objects.get(is_current=True, congress__is_home=True)
    known = Meeting.objects.filter(term=term, kind=kind)
    if found := known.filter(opens_on=day).first():
        return found
    return Meeting.objects.create(term=term, kind=kind, number=next_number(known, day), opens_on=day, closes_on=day)


def next_number(known: QuerySet[Meeting], day: date) -> int:
    """The number after the last meeting before `day`, or the first that is free after it."""
    taken = set(known.values_list("number", flat=True))
    before = known.filter(opens_on__lt=day).aggregate(last=Max("number"))["last"] or 0
    return next(number for number in count(before + 1) if number not in taken)
