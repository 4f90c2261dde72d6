"""Recalls for their readers: the list, those under way, one with its papers."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from foundation import deadlines
from foundation.audit import timeline
from foundation.files.store import files_of
from foundation.web.actions import Action, offered
from foundation.web.chinese import date_text
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import Behind, DetailPage, ListPage
from supervision.forms import seats as forms
from supervision.models import Recall
from supervision.rules import seats as rules
from supervision.rules.house import may_manage
from supervision.transitions.recalls import CLOCKS
from supervision.views.seat_counts import standing_of_count

CRUMB = ("罢免代表", "/supervision/recalls/")
VERBS = (
    ("受理", "accept-recall", rules.may_accept_recall, "primary"),
    ("不予受理", "decline-recall", rules.may_decline_recall, "secondary"),
    ("提出申辩", "defend-recall", rules.may_defend, "primary"),
    ("印发选民", "circulate-recall", rules.may_circulate_recall, "primary"),
    ("登记表决结果", "count-recall", rules.may_count_recall, "primary"),
    ("登记投票无效", "void-recall-vote", rules.may_void_recall_vote, "secondary"),
    ("登记资格审查报告", "review-recall", rules.may_review_recall, "primary"),
    ("公告", "announce-recall", rules.may_announce_recall, "primary"),
    ("终止程序", "stop-recall", rules.may_stop_recall, "secondary"),
)


class Recalls(Behind, ListPage):
    """What this reader may know of, the latest first."""

    door = rules.may_list_recalls
    template_name = "supervision/recalls.html"
    title = "罢免代表"
    export_name = "罢免代表"
    filter_form_class: Any = forms.RecallFilter
    empty = "没有罢免要求。"
    columns = (
        Column("代表", "mandate.deputy.name", link=lambda row: row.get_absolute_url(), primary=True),
        Column("选区", "mandate.constituency"),
        Column("收到日期", "received_on", kind="date"),
        Column("联名人数", lambda row: row.verified if row.verified is not None else row.signatures, kind="number"),
        Column(
            "状态", "get_state_display", kind="badge", tone=lambda row: tone_of("supervision.recall.state", row.state)
        ),
        Column("期限", "light", kind="light"),
    )

    def queryset(self) -> QuerySet[Recall]:
        return Recall.objects.visible_to(self.request.user).with_names().order_by("-received_on", "-pk")

    def filter(self, rows: QuerySet[Recall], wanted: dict[str, Any]) -> QuerySet[Recall]:
        return rows.filter(state=wanted["state"]) if "state" in wanted else rows

    def decorate(self, rows: Sequence[Recall]) -> None:
        deadlines.attach_lights(rows, CLOCKS, self.on)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_receive = bool(rules.may_receive_recall(self.request.user, on=self.on))
        return super().get_context_data(may_receive=may_receive, **kwargs)


class OpenRecalls(Recalls):
    """Those under way, the oldest first."""

    title = "办理中的罢免"
    crumbs = (CRUMB,)
    export_name = ""
    filter_form_class = None

    def queryset(self) -> QuerySet[Recall]:
        return Recall.objects.open_for(self.request.user).with_names()


class RecallsToDefend(Recalls):
    """What is about oneself and may still be answered in writing."""

    door = rules.may_list_own_recalls
    title = "可以提出申辩的罢免要求"
    crumbs = ()
    export_name = ""
    filter_form_class = None

    def queryset(self) -> QuerySet[Recall]:
        return Recall.objects.to_defend(self.request.user).with_names()


class RecallPage(Behind, DetailPage):
    """One recall: the demand, the defence, the votes, the announcement."""

    door = rules.may_list_recalls
    template_name = "supervision/recall.html"
    context_name = "recall"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[Recall]:
        return Recall.objects.visible_to(self.request.user).with_names()

    def actions(self, obj: Recall) -> list[Action]:
        return offered("supervision", VERBS, self.request.user, obj, self.on)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        recall = self.object
        deadlines.attach_lights([recall], CLOCKS, self.on)
        facts = {
            "basics": basics(recall),
            "steps": [
                ("书面申辩", date_text(recall.defended_on) if recall.defended_on else ""),
                ("选民会议申辩", "代表要求到会申辩" if recall.speaks else ""),
                ("印发选民", _circulated(recall)),
                ("表决日期", date_text(recall.vote_on) if recall.vote_on else ""),
                ("主持人", recall.presided_by),
            ],
            "votes": list(recall.votes.all()),
            "counting": standing_of_count(recall) if may_manage(self.request.user, on=self.on) else None,
            # The signatures are for the office and the leaders; the history is the office's.
            "files": list(files_of(recall)) if rules.may_open_recall_paper(self.request.user, recall) else [],
            "events": list(timeline(recall)) if may_manage(self.request.user, on=self.on) else None,
        }
        return super().get_context_data(**{**facts, **kwargs})


def basics(recall: Recall) -> list[tuple[str, Any]]:
    """What everybody who opens it reads first."""
    seat = recall.mandate
    signed = f"{recall.signatures}人" + (f"，经核对{recall.verified}人" if recall.verified is not None else "")
    return [
        ("代表", f"{seat.deputy.name}（{seat.title}）"),
        ("选区", str(seat.constituency)),
        ("收到罢免要求", date_text(recall.received_on)),
        ("联名选民", signed),
        ("受理", date_text(recall.accepted_on) if recall.accepted_on else ""),
        ("送代表本人", date_text(recall.copied_on) if recall.copied_on else ""),
        *announced(recall),
    ]


def announced(row: Any) -> list[tuple[str, str]]:
    """The credentials report and the announcement of a recall or a by-election."""
    return [
        ("资格审查报告", f"{date_text(row.review_on)}，{row.review}" if row.review_on else ""),
        ("公告", f"{row.announcement_no}，{date_text(row.announced_on)}" if row.announced_on else ""),
    ]


def _circulated(recall: Recall) -> str:
    return f"{date_text(recall.circulated_on)}，{recall.circulated_how}" if recall.circulated_on else ""
