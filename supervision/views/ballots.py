"""Ballots for the house: the list, the page of one with turnout and result, the file of the result."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from foundation.audit import timeline
from foundation.ballots import electronic, slips
from foundation.ballots.models import Voter
from foundation.web.actions import Action
from foundation.web.charts import Chart, bar_chart
from foundation.web.chinese import date_text, datetime_text
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import Behind, DetailPage, ListPage
from supervision.forms import ballots as forms
from supervision.models import Ballot, BallotBody, BallotLine, PaperReading
from supervision.rules import ballots as rules
from supervision.states.ballots import BallotMode, BallotState, ReadingState
from supervision.transitions.ballot_readings import differences

CRUMB = ("表决测评", "/supervision/ballots/")
QUIET = ("role", "state", "second", "absent", "paper")
ROAD = (BallotState.PLANNED, BallotState.OPEN, BallotState.CLOSED, BallotState.ANNOUNCED)
# label, address, rule, tone
VERBS = (
    ("表决", "vote", rules.may_cast_vote, "primary"),
    ("开始表决", "open-ballot", rules.may_open_ballot, "primary"),
    ("结束表决", "close-ballot", rules.may_close_ballot, "primary"),
    ("录入清点结果", "enter-reading", rules.may_enter_reading, "primary"),
    ("公布结果", "announce-ballot", rules.may_announce_ballot, "primary"),
    ("宣布无效", "annul-ballot", rules.may_annul_ballot, "secondary"),
    ("取消表决", "cancel-ballot", rules.may_cancel_ballot, "secondary"),
)


class Ballots(Behind, ListPage):
    """One's own, or all of them for the house, the latest first."""

    door = rules.may_list_ballots
    template_name = "supervision/ballots.html"
    title = "表决测评"
    export_name = "表决测评"
    filter_form_class = forms.BallotFilter
    empty = "还没有表决测评。"
    columns = (
        Column("表决事项", "topic", link=lambda row: row.get_absolute_url(), primary=True),
        Column("会议", lambda row: str(row.meeting or "")),
        Column("日期", "held_on", kind="date"),
        Column("方式", "get_mode_display"),
        Column(
            "状态", "get_state_display", kind="badge", tone=lambda row: tone_of("supervision.ballot.state", row.state)
        ),
        Column("结果", lambda row: outcomes(row)),
    )

    def queryset(self) -> QuerySet[Ballot]:
        rows = Ballot.objects.visible_to(self.request.user).with_names().prefetch_related("lines")
        return rows.order_by("-held_on", "-pk")

    def filter(self, rows: QuerySet[Ballot], wanted: dict[str, Any]) -> QuerySet[Ballot]:
        if "q" in wanted:
            rows = rows.filter(topic__contains=wanted["q"])
        return rows.filter(**{name: wanted[name] for name in ("state", "mode") if name in wanted})

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_plan = bool(rules.may_begin_ballot(self.request.user, on=self.on))
        return super().get_context_data(may_plan=may_plan, **kwargs)


class BallotPage(Behind, DetailPage):
    """One ballot: what is voted on, how far it is, and after the announcement what came of it and how."""

    door = rules.may_list_ballots
    template_name = "supervision/ballot.html"
    context_name = "ballot"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[Ballot]:
        return Ballot.objects.visible_to(self.request.user).with_names()

    def actions(self, obj: Ballot) -> list[Action]:
        found = []
        for label, name, rule, tone in VERBS:
            verdict = rule(self.request.user, obj, on=self.on)
            if name == "vote" and self.has_voted(obj):
                continue
            if verdict or verdict.code not in QUIET:
                found.append(Action(label, reverse(f"supervision:{name}", args=[obj.pk]), verdict, tone))
        return found

    def has_voted(self, ballot: Ballot) -> bool:
        """Whether the reader's own vote is in."""
        if not ballot.boxes:
            return False
        box = ballot.box_of(ballot.elector_of(self.request.user))
        return box is not None and electronic.has_voted(box, self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        ballot = self.object
        result = result_of(ballot)
        may_see_roll = bool(rules.may_see_roll(self.request.user, ballot, on=self.on))
        facts = {
            **result,
            **checked_receipt(self.request, result.get("receipts", [])),
            "basics": basics(ballot),
            "steps": steps(ballot),
            "turnout": turnout_of(ballot),
            "has_voted": self.has_voted(ballot),
            "roll": roll(ballot) if may_see_roll else [],
            "readings": compared(ballot) if may_see_roll else [],
            "to_count": to_count(ballot) if may_see_roll else "",
            "events": list(timeline(ballot)),
        }
        return super().get_context_data(**{**facts, **kwargs})


@require_safe
def turnout(request: HttpRequest, pk: int) -> HttpResponse:
    """How many have voted, fetched again every few seconds while the ballot is open; never how."""
    ballot = get_object_or_404(Ballot.objects.visible_to(request.user).with_names(), pk=pk)
    return render(request, "supervision/parts/turnout.html", {"ballot": ballot, "turnout": turnout_of(ballot)})


@require_safe
def record(request: HttpRequest, pk: int) -> HttpResponse:
    """The file of the result as it was frozen."""
    return record_file(get_object_or_404(Ballot.objects.visible_to(request.user), pk=pk))


def record_file(ballot: Ballot) -> HttpResponse:
    """As an attachment; 404 before the announcement."""
    if not ballot.record:
        raise Http404
    answer = HttpResponse(ballot.record, content_type="application/json; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="ballot-{ballot.pk}.json"'
    return answer


def basics(ballot: Ballot) -> list[tuple[str, str]]:
    """What was fixed before the voting."""
    votes = {"电子{}人": ballot.electronic_voters, "纸质{}张": ballot.papers_issued}
    issued = [words.format(count) for words, count in votes.items() if count]
    cap = f"“{ballot.capped}”至多{ballot.cap}项" if ballot.cap else ""
    waits = ballot.present is None and any(body.all_members is None for body in ballot.weighed)
    rows = [
        ("会议", str(ballot.meeting or "")),
        ("日期", date_text(ballot.held_on)),
        ("方式", ballot.get_mode_display()),
        ("限选", cap),
        ("应到", "开始表决时分主体登记" if waits else f"{ballot.all_members}人"),
        ("到会", f"{ballot.present}人" if ballot.present is not None else ""),
        ("发出", "，".join(issued) if ballot.present is not None else ""),
        ("开始", datetime_text(ballot.opened_at)),
        ("结束", datetime_text(ballot.closed_at)),
        ("公布", datetime_text(ballot.announced_at)),
    ]
    return [*(row for row in rows if row[1]), *((body.name, body_words(body)) for body in ballot.weighed)]


def body_words(body: BallotBody) -> str:
    """ "权重70；应到210人，到会196人，电子180人，纸质16张" as far as it is known."""
    figures = {"应到{}人": body.all_members, "到会{}人": body.present, "电子{}人": body.electronic_voters}
    figures["纸质{}张"] = body.papers_issued
    known = "，".join(words.format(figure) for words, figure in figures.items() if figure)
    return f"权重{body.weight}{'；' if known else ''}{known}"


def steps(ballot: Ballot) -> list[dict[str, str]]:
    """The road for `components/stepper.html`; empty for one that came to nothing."""
    if ballot.state not in ROAD:
        return []
    now = ROAD.index(BallotState(ballot.state)) + (ballot.state == BallotState.ANNOUNCED)
    marks = {True: "done", False: "todo"}
    return [
        {"label": label, "state": "current" if place == now else marks[place < now]}
        for place, label in enumerate(("安排", "表决", "计票", "公布结果"))
    ]


def turnout_of(ballot: Ballot) -> dict[str, Any] | None:
    """{"cast", "may", "words", "bodies"} of those who vote on a device; None where nobody does or nothing has begun.

    Of several bodies each one's name, turnout and whether it is too few to be counted; in a ballot by name it never is.
    """
    if not ballot.boxes:
        return None
    bodies = [_turnout_of_body(ballot, body) for body in ballot.weighed if body.electronic]
    cast = sum(row["cast"] for row in bodies) if bodies else electronic.turnout(ballot.boxes[0])
    may = ballot.electronic_voters
    return {"cast": cast, "may": may, "words": f"{cast}/{may}人", "bodies": bodies}


def _turnout_of_body(ballot: Ballot, body: BallotBody) -> dict[str, Any]:
    cast, may = electronic.turnout(body.electronic), body.electronic_voters
    least = 0 if ballot.mode == BallotMode.NAMED else ballot.rule.least_circle
    return {"name": body.name, "cast": cast, "words": f"{cast}/{may}人", "short": least if cast < least else 0}


def outcomes(ballot: Ballot) -> str:
    """In a few words for the list."""
    if ballot.state != BallotState.ANNOUNCED:
        return ""
    lines = list(ballot.lines.all())
    if len(lines) == 1:
        return lines[0].outcome
    found: dict[str, int] = {}
    for line in lines:
        found[line.outcome or "无效"] = found.get(line.outcome or "无效", 0) + 1
    return "，".join(f"{outcome}{count}项" for outcome, count in found.items())


def result_of(ballot: Ballot) -> dict[str, Any]:
    """Lines with their figures, receipts and names, as far as they are announced."""
    lines = list(ballot.lines.all())
    for line in lines:
        line.ballot = ballot
    if ballot.state != BallotState.ANNOUNCED:
        return {"lines": lines, "announced": False}
    codes = [slips.grouped(code) for box in ballot.boxes if box.is_secret for code in box.receipts or []]
    return {
        "lines": lines,
        "announced": True,
        "pictures": [(line, picture(line)) for line in lines],
        "receipts": sorted(codes),
        "named": named(ballot, lines),
    }


def checked_receipt(request: HttpRequest, receipts: Sequence[str]) -> dict[str, Any]:
    """Whether the receipt somebody typed stands in the list; spaces, dashes and small letters do not matter."""
    typed = "".join(request.GET.get("receipt", "").split()).replace("-", "").upper()[:40]
    found = typed in {code.replace("-", "") for code in receipts}
    return {"receipt_typed": slips.grouped(typed) if typed else "", "receipt_found": found}


def picture(line: BallotLine) -> Chart:
    """The papers of a line as bars."""
    if line.by_body and line.stands:
        shares = [(grade, float(share or 0)) for grade, _, share in line.rows]
        return bar_chart("加权后的比例", shares, unit="%", whole=100)
    rows = [(grade, votes) for grade, votes, _ in line.rows]
    return bar_chart("各选项票数", [*rows, ("无效票", line.invalid or 0)], unit="票")


def named(ballot: Ballot, lines: list[BallotLine]) -> list[tuple[str, list[str]]]:
    """(name, choices) of an open ballot."""
    if ballot.mode != BallotMode.NAMED:
        return []
    rows = Voter.objects.filter(ballot__in=ballot.boxes, paper__isnull=False)
    return [(name, choices) for name, choices in rows.values_list("user__name", "paper__choices")]


def roll(ballot: Ballot) -> list[dict[str, Any]]:
    """Who was asked, who came, and after the close who took part."""
    voted = dict(Voter.objects.filter(ballot__in=ballot.boxes).values_list("user", "has_voted"))
    names = {body.pk: body.name for body in ballot.weighed}
    return [
        {
            "name": row.name,
            "body": names.get(row.body_id, ""),
            "present": row.is_present,
            "way": "纸质票" if row.on_paper or ballot.mode == BallotMode.PAPER else "电子",
            "voted": voted.get(row.user_id),
        }
        for row in ballot.electors.all()
    ]


def to_count(ballot: Ballot) -> str:
    """What is still to be done with the papers; empty when nothing is."""
    if ballot.state != BallotState.CLOSED or not ballot.papers_issued or ballot.is_counted:
        return ""
    done = len(ballot.counters_now())
    return "已有一人录入，请另一人独立清点后录入。" if done else "请两名工作人员分别清点、分别录入，互不查看。"


def compared(ballot: Ballot) -> Sequence[dict[str, Any]]:
    """Every round that is settled, with its difference report; a single first reading stays hidden from the second."""
    rounds: dict[int, list[PaperReading]] = {}
    for row in ballot.readings.exclude(state=ReadingState.ENTERED).select_related("counter"):
        rounds.setdefault(row.round, []).append(row)
    return [
        {"round": number, "rows": rows, "unlike": differences(ballot, rows[0], rows[1])}
        for number, rows in rounds.items()
        if len(rows) > 1
    ]
