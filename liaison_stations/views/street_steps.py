"""The steps of a street deliberation congress: founded, seated, called, held, voted at."""

from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse, reverse_lazy

from deputies.models import Area, AreaKind, Deputy
from foundation.files.keeping import KeepsFiles
from foundation.files.store import files_of
from foundation.web.views import CreateStep, StepView
from liaison_stations.forms import street as forms
from liaison_stations.models import StreetCongress, StreetMatter, StreetMeeting, StreetMember
from liaison_stations.rules import street as rules
from liaison_stations.transitions import street_congress, street_meetings
from liaison_stations.views.street import CRUMB


class FoundCongress(CreateStep):
    form_class = forms.FoundForm
    rule = rules.may_found_congress
    transition = street_congress.found_congress
    title = "登记街道议政代表会"
    button = "登记"
    intro = "名额和结构由区人大常委会决定。登记后增加议政代表、安排会议。"
    success_message = "已登记，请增加议政代表。"
    back_url = reverse_lazy("stations:streets")
    crumbs = (CRUMB,)

    def form_kwargs(self) -> dict[str, Any]:
        streets = Area.objects.filter(kind=AreaKind.STREET).order_by("pk")
        if not self.request.user.has_role(*rules.OFFICE, on=self.on):
            streets = streets.filter(organisation__in=rules.streets_of(self.request.user, self.on))
        return {"areas": streets, "initial": {"quotas": forms.QUOTAS, "size": 50}}


class CongressStep(StepView):
    """A step about one congress."""

    versioned = False

    def queryset(self) -> QuerySet[StreetCongress]:
        return StreetCongress.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object), self.object.get_absolute_url())]


class AddMember(CongressStep):
    title = "增加议政代表"
    button = "增加"
    form_class = forms.MemberForm
    rule = rules.may_run_congress
    transition = street_congress.add_member
    success_message = "已增加。"

    def form_kwargs(self) -> dict[str, Any]:
        seated = Count("members", filter=Q(members__until_date__isnull=True))
        local = Q(mandates__delegation__area=self.object.area, mandates__term__is_current=True)
        deputies = Deputy.objects.filter(local).distinct().order_by("pinyin_key", "pk")
        return {"quotas": self.object.quotas.annotate(seated=seated), "deputies": deputies}

    def get_success_url(self) -> str:
        return reverse("stations:add-street-member", args=[self.object.pk])


class EndMember(StepView):
    title = button = "终止议政代表"
    button_tone = "danger"
    form_class = forms.ReasonForm
    rule = rules.may_end_member
    transition = street_congress.end_member
    intro = "终止后名额空出，联系电话同时删除。"
    success_message = "已终止。"

    def queryset(self) -> QuerySet[StreetMember]:
        return StreetMember.objects.visible_to(self.request.user).with_names().select_related("quota", "deputy")

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object.congress), self.object.get_absolute_url())]


class SeatPresidium(CongressStep):
    title = "登记主席团成员"
    button = "登记"
    form_class = forms.PresidiumForm
    rule = rules.may_run_congress
    transition = street_congress.seat_presidium
    intro = "按会议推选的结果勾选。没有勾选的，不再是主席团成员。"
    success_message = "已登记。"

    def form_kwargs(self) -> dict[str, Any]:
        members = self.object.members.active_on(self.on).listed()
        chosen = [member.pk for member in members if member.in_presidium]
        return {"members": members, "initial": {"members": chosen}}


class PlanMeeting(CongressStep):
    title = "安排会议"
    button = "安排"
    form_class = forms.PlanForm
    rule = rules.may_run_congress
    transition = street_meetings.plan_meeting
    success_message = "已安排，请增加需要表决的议题。"

    def get_success_url(self) -> str:
        return self.result.get_absolute_url()


class MeetingStep(StepView):
    """A step about one meeting."""

    def queryset(self) -> QuerySet[StreetMeeting]:
        return StreetMeeting.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object), self.object.get_absolute_url())]


class AddMatter(MeetingStep):
    title = "增加议题"
    button = "增加"
    form_class = forms.MatterForm
    rule = rules.may_add_matter
    transition = street_meetings.add_matter
    success_message = "已增加。"
    versioned = False

    def get_success_url(self) -> str:
        return self.object.get_absolute_url()


class HoldMeeting(MeetingStep):
    title = "登记召开"
    button = "登记"
    form_class = forms.HoldForm
    rule = rules.may_hold_meeting
    transition = street_meetings.hold_meeting
    intro = "勾选到会的议政代表。到会人数没有达到规定的，会议不能举行，请取消后另行安排。"
    success_message = "已登记召开，可以录入表决结果和议政意见。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"members": self.object.congress.members.active_on(self.on).listed()}


class CancelMeeting(MeetingStep):
    title = button = "取消会议"
    button_tone = "danger"
    form_class = forms.ReasonForm
    rule = rules.may_cancel_meeting
    transition = street_meetings.cancel_meeting
    success_message = "已取消，有关人员会收到通知。"


class VoteStep(StepView):
    """A step about the vote on one matter."""

    template_name = "liaison_stations/street_vote_step.html"
    context_name = "matter"

    def queryset(self) -> QuerySet[StreetMatter]:
        return StreetMatter.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object.meeting), self.object.get_absolute_url())]


class EnterVote(KeepsFiles, VoteStep):
    title = "录入表决结果"
    button = "录入"
    form_class = forms.VoteForm
    rule = rules.may_enter_vote
    transition = street_meetings.enter_vote
    success_message = "已录入，请另一名工作人员核对。"

    def form_kwargs(self) -> dict[str, Any]:
        meeting = self.object.meeting
        grades = street_meetings.grades_of(meeting)
        return {"grades": grades, "present": meeting.present or 0, "members": meeting.members or 0}

    def arguments(self, form: Any) -> dict[str, Any]:
        return {"way": form.cleaned_data["way"], "papers": form.papers()}


class CheckVote(VoteStep):
    title = "核对表决结果"
    button = "提交核对意见"
    form_class = forms.CheckForm
    rule = rules.may_check_vote
    transition = street_meetings.check_vote
    success_message = "已办理。"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        count = rules.waiting_vote(self.object)
        files = list(files_of(self.object))
        return super().get_context_data(count=count, files=files, **kwargs)
