"""The steps of a by-election."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse_lazy

from deputies.models import Delegation
from foundation.files.keeping import KeepsFiles, keep
from foundation.web.views import CreateStep, StepView
from supervision.forms import seats as forms
from supervision.models import ByElection, SeatCandidate
from supervision.querysets.seats import vacancies
from supervision.rules import seats as rules
from supervision.transitions import by_election_votes, by_elections
from supervision.views.by_elections import CRUMB
from supervision.views.seat_counts import CountsTwice


@transaction.atomic
def call_with_files(*, files: list[Any], by: Any, at: datetime, **facts: Any) -> ByElection:
    """The decision and its papers, or nothing."""
    election = by_elections.call_by_election(by=by, at=at, **facts)
    keep(election, files, by=by, at=at)
    return election


class CallByElection(CreateStep):
    form_class = forms.CallElectionForm
    rule = rules.may_call_by_election
    transition = call_with_files
    title = "决定补选"
    button = "登记"
    intro = "代表在任期内因故出缺，由原选区补选。补选的具体办法按省级人大常委会的规定办理。"
    success_message = "已登记，请提名候选人。"
    back_url = reverse_lazy("supervision:by-elections")
    crumbs = (CRUMB,)

    def form_kwargs(self) -> dict[str, Any]:
        delegations = Delegation.objects.filter(term__is_current=True).select_related("term__congress")
        return {
            "places": vacancies(self.on).order_by("term", "pk"),
            "delegations": delegations.order_by("term", "order", "pk"),
        }


class ByElectionStep(StepView):
    """A step about one by-election."""

    model: Any = ByElection

    def queryset(self) -> QuerySet:
        return self.model.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object), self.object.get_absolute_url())]


class PutForward(ByElectionStep):
    title = "提名候选人"
    button = "登记"
    form_class = forms.CandidateForm
    rule = rules.may_put_forward
    transition = by_elections.put_forward
    success_message = "已登记。"
    versioned = False


class DropCandidate(ByElectionStep):
    model = SeatCandidate
    title = button = "登记退出"
    button_tone = "danger"
    form_class = forms.SeatReasonForm
    rule = rules.may_drop_candidate
    transition = by_elections.drop_candidate
    success_message = "已登记退出。"


class ListCandidates(ByElectionStep):
    title = button = "公布候选人名单"
    form_class = forms.ListedForm
    rule = rules.may_list_candidates
    transition = by_elections.list_candidates
    intro = "补选的候选人可以多于应选名额，也可以等额。公布以后不再增减。"
    success_message = "已公布，投票后请登记结果。"


class CountByElection(CountsTwice, ByElectionStep):
    title = button = "登记投票结果"
    form_class = forms.CountElectionForm
    rule = rules.may_count_by_election
    transition = by_election_votes.count_by_election
    intro = (
        "参加投票的选民超过全体选民的半数，选举有效；得票超过参加投票选民的半数，始得当选。系统按登记的票数计算。"
        "票数由两名工作人员按计票记录分别登记，互不查看，一致后得出结果。"
    )

    def form_kwargs(self) -> dict[str, Any]:
        return {"standing": self.object.candidates.to_vote_on(), "initial": {"held_on": self.object.vote_on}}

    def arguments(self, form: Any) -> dict[str, Any]:
        given = super().arguments(form)
        votes = {row.pk: given.pop(f"votes_{row.pk}") for row in form.standing}
        return {**given, "votes": votes}


class VoidByElectionVote(ByElectionStep):
    title = button = "登记投票无效"
    form_class = forms.VoidForm
    rule = rules.may_void_by_election_vote
    transition = by_election_votes.void_by_election_vote
    intro = "收回票数多于发出票数等情形，投票无效，重新组织投票后再登记结果。"
    success_message = "已登记，请重新组织投票。"


class SettleByElection(ByElectionStep):
    title = button = "不再另行选举"
    form_class = forms.SeatReasonForm
    rule = rules.may_settle_by_election
    transition = by_elections.settle_by_election
    intro = "已有人当选、其余名额不再另行选举的，缺额留待下次补选。"
    success_message = "已登记，请办理资格审查。"


class ReviewByElection(KeepsFiles, ByElectionStep):
    title = button = "登记资格审查报告"
    form_class = forms.ReviewElectionForm
    rule = rules.may_review_by_election
    transition = by_elections.review_by_election
    success_message = "已登记。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"winners": self.object.candidates.filter(elected_on__isnull=False)}


class AnnounceByElection(ByElectionStep):
    title = button = "公告"
    form_class = forms.AnnounceForm
    rule = rules.may_announce_by_election
    transition = by_elections.announce_by_election
    intro = "公告后，当选代表登记入名册，结果在网站公布。"
    success_message = "已公告，当选代表已登记入名册。"


class CancelByElection(ByElectionStep):
    title = button = "取消补选"
    button_tone = "danger"
    form_class = forms.SeatReasonForm
    rule = rules.may_cancel_by_election
    transition = by_elections.cancel_by_election
    success_message = "已取消。"
