"""Meetings of the standing committee in the demonstration year, shared by the parts of supervision."""

from datetime import timedelta

from django.db.models import Max
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
    number = (known.aggregate(last=Max("number"))["last"] or 30) + 1
    return Meeting.objects.create(term=term, kind=kind, number=number, opens_on=day, closes_on=day)
