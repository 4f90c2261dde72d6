"""Street deliberation congresses for their readers: the list, one congress, one meeting."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from deputies.models import Sex
from foundation import deadlines
from foundation.audit import timeline
from foundation.ballots.counting import is_second
from foundation.ballots.models import PaperCount
from foundation.files.store import files_of
from foundation.web.actions import Action
from foundation.web.chinese import date_text, datetime_text
from foundation.web.tables import Column, Table
from foundation.web.tones import tone_of
from foundation.web.views import Behind, DetailPage, ListPage
from liaison_stations.models import (
    CouncilOpinion,
    StreetCongress,
    StreetMatter,
    StreetMeeting,
    StreetMember,
    StreetStandard,
)
from liaison_stations.rules import council_opinions as opinion_rules
from liaison_stations.rules import council_publishing as publishing
from liaison_stations.rules import street as rules
from liaison_stations.scoring import rounded
from liaison_stations.states.street import MatterKind, StreetMeetingState, StreetStandardCode

CRUMB = ("街道议政代表会", "/stations/streets/")
C = StreetStandardCode
QUIET = ("role", "state", "second")
CLOCK = "street_meeting"


class Streets(Behind, ListPage):
    """Every congress this reader has a part in, with this year's meetings and the light of the next."""

    door = rules.may_open_streets
    template_name = "liaison_stations/streets.html"
    title = "街道议政代表会"
    export_name = "街道议政代表会"
    empty = "还没有登记街道议政代表会。由街道人大工委或者代表联络工作机构登记。"
    columns = (
        Column("议政代表会", str, link=lambda row: row.get_absolute_url(), primary=True),
        Column("召集单位", "organisation.label"),
        Column("任期", lambda row: f"{date_text(row.starts_on)}至{date_text(row.ends_on)}"),
        Column("名额", "size", kind="number"),
        Column("现有", "seated", kind="number"),
        Column("本年已开会（次）", "held", kind="number"),
        Column("下次会议", "light", kind="light"),
    )

    def queryset(self) -> QuerySet[StreetCongress]:
        rows = StreetCongress.objects.visible_to(self.request.user).with_names().with_figures(self.on.year)
        return rows.order_by("area", "-number")

    def decorate(self, rows: Sequence[StreetCongress]) -> None:
        deadlines.attach_lights(rows, CLOCK, self.on)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_found = bool(rules.may_found_congress(self.request.user, on=self.on))
        return super().get_context_data(may_found=may_found, **kwargs)


class CongressPage(Behind, DetailPage):
    """One congress: who sits by group, how it is composed, its meetings, its opinions."""

    door = rules.may_open_streets
    template_name = "liaison_stations/street_congress.html"
    context_name = "congress"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[StreetCongress]:
        return StreetCongress.objects.visible_to(self.request.user).with_names()

    def actions(self, obj: StreetCongress) -> list[Action]:
        user, on = self.request.user, self.on
        found = [
            _action("登记意见", "raise-opinion", obj, opinion_rules.may_raise_opinion(user, obj, on=on), "plus"),
            _action("安排会议", "plan-street-meeting", obj, rules.may_run_congress(user, obj, on=on), "calendar"),
            _action("增加议政代表", "add-street-member", obj, rules.may_run_congress(user, obj, on=on), "people"),
            _action("登记主席团", "seat-presidium", obj, rules.may_run_congress(user, obj, on=on), "edit"),
            _action("公开", "publish-congress", obj, publishing.may_publish_congress(user, obj, on=on), ""),
            _action("撤下公开", "unpublish-congress", obj, publishing.may_unpublish_council(user, obj, on=on), ""),
        ]
        return [action for action in found if action.allowed or action.verdict.code not in QUIET]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        congress, user, on = self.object, self.request.user, self.on
        deadlines.attach_lights([congress], CLOCK, on)
        members = list(congress.members.active_on(on).listed())
        opinions = CouncilOpinion.objects.visible_to(user).filter(congress=congress).order_by("-raised_at", "-pk")
        facts = {
            "basics": basics(congress),
            "quotas": quota_table(congress, on),
            "parts": composition(members, on),
            "members": members,
            "may_run": bool(rules.may_run_congress(user, congress, on=on)),
            "meetings": list(congress.meetings.select_related("congress__area").order_by("-number", "-pk")),
            "opinions": list(opinions[:5]),
            "events": list(timeline(congress)),
        }
        return super().get_context_data(**{**facts, **kwargs})


class MeetingPage(Behind, DetailPage):
    """One meeting: agenda with votes, who came, what was said."""

    door = rules.may_open_streets
    template_name = "liaison_stations/street_meeting.html"
    context_name = "meeting"

    def queryset(self) -> QuerySet[StreetMeeting]:
        return StreetMeeting.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object.congress), self.object.congress.get_absolute_url())]

    def actions(self, obj: StreetMeeting) -> list[Action]:
        user, on = self.request.user, self.on
        found = [
            _action("登记召开", "hold-street-meeting", obj, rules.may_hold_meeting(user, obj, on=on), "check"),
            _action("增加议题", "add-street-matter", obj, rules.may_add_matter(user, obj, on=on), "plus"),
            _action("取消会议", "cancel-street-meeting", obj, rules.may_cancel_meeting(user, obj, on=on), ""),
            _action("公开", "publish-street-meeting", obj, publishing.may_publish_street_meeting(user, obj, on=on), ""),
            _action(
                "撤下公开", "unpublish-street-meeting", obj, publishing.may_unpublish_council(user, obj, on=on), ""
            ),
        ]
        return [action for action in found if action.allowed or action.verdict.code not in QUIET]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        meeting, user, on = self.object, self.request.user, self.on
        absent = meeting.attendances.filter(is_present=False).select_related("member")
        facts = {
            "basics": [
                ("时间", datetime_text(meeting.starts_at)),
                ("地点", meeting.place),
                ("应到", f"{meeting.members}人" if meeting.members is not None else ""),
                ("到会", f"{meeting.present}人" if meeting.present is not None else ""),
                ("公开时间", public_since(meeting)),
                ("未到会", "、".join(row.member.name for row in absent)),
            ],
            "matters": _with_votes(list(meeting.matters.select_related("count__rule")), meeting, user, on),
            "opinions": list(CouncilOpinion.objects.visible_to(user).filter(meeting=meeting).order_by("pk")[:50]),
            "files": list(files_of(meeting)),
            "events": list(timeline(meeting)),
        }
        return super().get_context_data(**{**facts, **kwargs})


def _with_votes(matters: list[Any], meeting: StreetMeeting, user: Any, on: date) -> list[Any]:
    """Each matter with its count and the buttons of its vote; two queries however many there are."""
    subject = ContentType.objects.get_for_model(StreetMatter)
    entered = PaperCount.objects.filter(subject_type=subject, subject_id__in=[str(row.pk) for row in matters]).entered()
    waiting = {count.subject_id: count for count in entered}
    open_for_votes = meeting.state == StreetMeetingState.HELD and bool(rules.convenes(user, meeting.congress, on))
    for matter in matters:
        count = waiting.get(str(matter.pk))
        votes = matter.count.votes if matter.count else {}
        matter.lines = [f"{grade}{votes.get(grade, 0)}" for grade in matter.count.rule.grade_names] if votes else []
        matter.is_entered = count is not None
        # What is heard is seldom voted on; whoever wants to reaches the page by its address.
        unvoted = matter.count is None and count is None and matter.kind != MatterKind.REPORT
        matter.may_enter = open_for_votes and unvoted
        matter.may_check = open_for_votes and count is not None and is_second(user, count)
    return matters


def _action(label: str, name: str, obj: Any, verdict: Any, icon: str) -> Action:
    tone = "primary" if icon in ("check", "plus") else "secondary"
    return Action(label, reverse(f"stations:{name}", args=[obj.pk]), verdict, tone, icon)


def basics(congress: StreetCongress) -> list[tuple[str, str]]:
    return [
        ("召集单位", congress.organisation.label),
        ("任期", f"{date_text(congress.starts_on)}至{date_text(congress.ends_on)}"),
        ("名额", f"{congress.size}名"),
        ("名额和结构的决定", congress.approved_by),
        ("公开时间", public_since(congress)),
    ]


def public_since(row: Any) -> str:
    """Since when people may read it; empty while they may not."""
    return datetime_text(row.published_at) if row.published_at else ""


def quota_table(congress: StreetCongress, on: date) -> Table:
    """Seats of each group beside who sits on them."""
    here = Q(members__from_date__lte=on) & (Q(members__until_date__isnull=True) | Q(members__until_date__gte=on))
    rows = congress.quotas.annotate(seated=Count("members", filter=here))
    columns = [Column(label, lambda line: line) for label in ("方面", "名额", "现有", "空缺")]
    lines = [[row.name, row.places, row.seated, row.places - row.seated] for row in rows]
    return Table(columns, lines, "名额分配")


def composition(members: Sequence[StreetMember], on: date) -> list[tuple[str, str]]:
    """The shares the district asks for, each beside what it is."""
    counted = {
        C.WOMEN: sum(member.sex == Sex.FEMALE for member in members),
        C.NON_PARTY: sum(not member.is_party_member for member in members),
    }
    found = []
    for code, number in counted.items():
        least = StreetStandard.amount_on(code, on)
        if not least or not members:
            continue
        reached = number * 100 >= least * len(members)
        verdict = "达到要求" if reached else "没有达到要求"
        share = rounded(Decimal(number * 100) / len(members))
        found.append((C(code).label, f"{len(members)}人中有{number}人，占{share:f}%，{verdict}"))
    return found


def opinion_tone(opinion: CouncilOpinion) -> str:
    return tone_of("liaison_stations.councilopinion.state", opinion.state)
