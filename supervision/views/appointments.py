"""Bills of appointments: the list, one bill with everybody in it, one nominee, and what concerns oneself."""

from typing import Any

from django.db.models import Q, QuerySet
from django.views.generic.base import TemplateView

from foundation import deadlines
from foundation.audit import timeline
from foundation.files.store import files_of
from foundation.web.actions import Action, offered
from foundation.web.chinese import date_text, datetime_text
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import Behind, DetailPage, ListPage
from foundation.web.views.page import PageMixin
from supervision.forms.appointments import AppointmentFilter
from supervision.models import AppointeeMeasure, Appointment, Ballot, DutyReport, Exam, Nominee
from supervision.rules import appointments as rules
from supervision.states.appointments import OPEN_EXAMS, AppointmentState

CRUMB = ("人事任免", "/supervision/appointments/")
CLOCKS = ("nominee_exam", "nominee_statement")
S = AppointmentState
VERBS = (
    ("登记拟任免人员", "name-nominee", rules.may_name_nominee, "primary", "plus"),
    ("列入议程", "table-appointment", rules.may_table_appointment, "primary", "calendar"),
    ("安排表决", "plan-appointment-ballot", rules.may_vote_appointment, "primary", "check"),
    ("印发任免决定", "issue-decision", rules.may_issue_decision, "primary", "document"),
    ("暂不付表决", "postpone-appointment", rules.may_postpone_appointment, "secondary", ""),
    ("撤回", "withdraw-appointment", rules.may_withdraw_appointment, "secondary", ""),
)
NOMINEE_VERBS = (
    ("通知本人", "invite-nominee", rules.may_invite_nominee, "primary"),
    ("提交供职报告", "write-statement", rules.may_write_statement, "primary"),
    ("登记宪法宣誓", "record-pledge", rules.may_record_pledge, "primary"),
    ("免试", "exempt-nominee", rules.may_exempt_nominee, "secondary"),
    ("删去", "drop-nominee", rules.may_drop_nominee, "secondary"),
)
AGAIN = (
    ("重新抽题", "redraw-exam", rules.may_redraw_exam, "secondary"),
    ("登记纸质考试", "enter-exam", rules.may_enter_exam, "secondary"),
)


class Appointments(Behind, ListPage):
    """All bills for the house, a proposer's own, the latest first."""

    door = rules.may_list_appointments
    template_name = "supervision/appointments.html"
    title = "人事任免"
    export_name = "人事任免案"
    filter_form_class = AppointmentFilter
    empty = "还没有人事任免案。收到提请机关的议案后，由办事机构登记。"
    columns = (
        Column("案名", "title", link=lambda row: row.get_absolute_url(), primary=True),
        Column("提请人", "proposed_by"),
        Column("收到日期", "received_on", kind="date"),
        Column("人员", "people", kind="number"),
        Column("常委会会议", "meeting"),
        Column(
            "状态",
            "get_state_display",
            kind="badge",
            tone=lambda row: tone_of("supervision.appointment.state", row.state),
        ),
    )

    def queryset(self) -> QuerySet[Appointment]:
        rows = Appointment.objects.visible_to(self.request.user).with_names().with_figures()
        return rows.order_by("-filed_at", "-pk")

    def filter(self, rows: QuerySet[Appointment], wanted: dict[str, Any]) -> QuerySet[Appointment]:
        if "q" in wanted:
            named = Nominee.objects.filter(name__contains=wanted["q"]).order_by()
            rows = rows.filter(Q(title__contains=wanted["q"]) | Q(pk__in=named.values("appointment")))
        return rows.filter(state=wanted["state"]) if "state" in wanted else rows

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_file = bool(rules.may_file_appointment(self.request.user, on=self.on))
        reads_all = bool(rules.may_read_all(self.request.user))
        return super().get_context_data(may_file=may_file, reads_all=reads_all, **kwargs)


class AppointmentPage(Behind, DetailPage):
    """One bill: who is in it, how far each is, the vote, the decision."""

    door = rules.may_list_appointments
    template_name = "supervision/appointment.html"
    context_name = "appointment"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[Appointment]:
        return Appointment.objects.visible_to(self.request.user).with_names()

    def actions(self, obj: Appointment) -> list[Action]:
        return offered("supervision", VERBS, self.request.user, obj, self.on)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        bill = self.object
        people = list(bill.nominees.with_exam().with_names().select_related("statement", "appointee"))
        deadlines.attach_lights(people, CLOCKS, self.on)
        facts = {
            "basics": [
                ("提请人", bill.proposed_by),
                ("提请机关", bill.proposer.label if bill.proposer else ""),
                ("收到日期", date_text(bill.received_on)),
                ("主任会议", str(bill.council or "")),
                ("常委会会议", str(bill.meeting or "")),
                ("表决日期", date_text(bill.voted_on) if bill.voted_on else ""),
            ],
            "people": people,
            "steps": stepper(bill),
            "ballots": list(Ballot.objects.about(bill).visible_to(self.request.user)),
            "files": list(files_of(bill)),
            "events": list(timeline(bill)),
        }
        return super().get_context_data(**{**facts, **kwargs})


class NomineePage(DetailPage):
    """One person in a bill: examination, service statement, vote, oath; his own page as well."""

    template_name = "supervision/nominee.html"
    context_name = "nominee"

    def queryset(self) -> QuerySet[Nominee]:
        return Nominee.objects.visible_to(self.request.user).with_exam().with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        bill = self.object.appointment
        if not rules.may_list_appointments(self.request.user):
            return []
        seen = Appointment.objects.visible_to(self.request.user).filter(pk=bill.pk).exists()
        return [CRUMB, (str(bill), bill.get_absolute_url())] if seen else [CRUMB]

    def actions(self, obj: Nominee) -> list[Action]:
        verbs = (*NOMINEE_VERBS, *(AGAIN if may_sit_again(obj) else ()))
        return offered("supervision", verbs, self.request.user, obj, self.on)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        row = self.object
        deadlines.attach_lights([row], CLOCKS, self.on)
        facts = {
            "basics": [
                ("任免类型", row.kind.name),
                ("现任职务", row.present_post),
                ("拟任免职务", row.post),
                ("任职机关", row.organ.label),
                ("通知本人", datetime_text(row.invited_at) if row.invited_at else "尚未通知"),
                ("免试理由", row.exempt_reason),
            ],
            "exams": list(row.exams.order_by("turn")),
            "statement": getattr(row, "statement", None),
            "pledge": f"{date_text(row.pledged_on)}，{row.pledge_note}" if row.pledged_on else "",
            "files": list(files_of(row)),
            "events": list(timeline(row)),
        }
        return super().get_context_data(**{**facts, **kwargs})


def may_sit_again(nominee: Nominee) -> bool:
    """Whether another paper could be wanted: invited, not passed, none open."""
    open_paper = nominee.exams.filter(state__in=OPEN_EXAMS).exists()
    return nominee.invited_at is not None and not nominee.has_passed and not nominee.exempt_reason and not open_paper


class MyPosts(PageMixin, TemplateView):
    """What one owes oneself: examination, statement, reports, measures."""

    template_name = "supervision/my_posts.html"
    title = "本人任职事项"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        mine = Nominee.objects.filter(user=user, invited_at__isnull=False).with_names()
        facts = {
            "exams": list(Exam.objects.to_sit(user).with_names()),
            "statements": list(Nominee.objects.to_state(user).with_names()),
            "nominations": list(mine.order_by("-invited_at", "-pk")[:20]),
            "reports": list(DutyReport.objects.filter(appointee__user=user).with_names().order_by("-round__year")[:20]),
            "measures": list(AppointeeMeasure.objects.to_report(user).with_names()),
        }
        return super().get_context_data(**{**facts, **kwargs})


def stepper(bill: Appointment) -> list[dict[str, str]]:
    """Where the bill stands on its way."""
    road = [S.FILED, S.TABLED, S.VOTED, S.DECIDED]
    if bill.state == S.WITHDRAWN:
        return []
    here = road.index(AppointmentState(bill.state))
    done = bill.state == S.DECIDED
    return [
        {"label": str(state.label), "state": "done" if place < here or done else _mark(place, here), "note": ""}
        for place, state in enumerate(road)
    ]


def _mark(place: int, here: int) -> str:
    return "current" if place == here else "todo"
