"""The steps of a recall."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse_lazy

from deputies.models import Mandate
from deputies.states import MandateStatus
from foundation.files.keeping import KeepsFiles, keep
from foundation.web.views import CreateStep, StepView
from supervision.forms import seats as forms
from supervision.models import Recall
from supervision.rules import seats as rules
from supervision.transitions import recall_votes, recalls
from supervision.views.recalls import CRUMB
from supervision.views.seat_counts import CountsTwice


@transaction.atomic
def receive_with_files(*, files: list[Any], by: Any, at: datetime, **facts: Any) -> Recall:
    """The demand and its papers, or nothing."""
    recall = recalls.receive_recall(by=by, at=at, **facts)
    keep(recall, files, by=by, at=at)
    return recall


class ReceiveRecall(CreateStep):
    form_class = forms.ReceiveForm
    rule = rules.may_receive_recall
    transition = receive_with_files
    title = "登记罢免要求"
    button = "登记"
    intro = "收到原选区选民联名提出的罢免要求后即登记，核对联名人数后再决定是否受理。办理期间不公开。"
    success_message = "已登记，请核对联名人数。"
    back_url = reverse_lazy("supervision:recalls")
    crumbs = (CRUMB,)

    def form_kwargs(self) -> dict[str, Any]:
        seats = Mandate.objects.filter(level__in=recalls.DIRECT, term__is_current=True)
        seats = seats.exclude(status=MandateStatus.ENDED)
        names = ("deputy", "constituency", "term__congress")
        return {"seats": seats.select_related(*names).order_by("deputy__pinyin_key", "pk")}


class RecallStep(StepView):
    """A step about one recall."""

    def queryset(self) -> QuerySet[Recall]:
        return Recall.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object), self.object.get_absolute_url())]


class DeclineRecall(RecallStep):
    title = button = "不予受理"
    form_class = forms.SeatReasonForm
    rule = rules.may_decline_recall
    transition = recalls.decline_recall
    intro = "联名人数不足、联名人不是原选区选民的，不予受理；请将理由告知联名选民。"
    success_message = "已登记不予受理。"


class AcceptRecall(RecallStep):
    title = button = "受理"
    form_class = forms.AcceptForm
    rule = rules.may_accept_recall
    transition = recalls.accept_recall
    intro = "受理以前先将罢免要求送代表本人，告知其申辩的权利。"
    success_message = "已受理，代表会收到通知，可以提出申辩意见。"


class Defend(KeepsFiles, RecallStep):
    title = "提出申辩"
    button = "提交"
    form_class = forms.DefenceForm
    rule = rules.may_defend
    transition = recalls.defend
    intro = "书面申辩意见与罢免要求一并印发原选区选民。也可以要求在选民会议上申辩。"
    success_message = "已提交，将与罢免要求一并印发选民。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"defence": self.object.defence, "speaks": self.object.speaks}}


class CirculateRecall(KeepsFiles, RecallStep):
    title = button = "印发选民"
    form_class = forms.CirculateForm
    rule = rules.may_circulate_recall
    transition = recalls.circulate_recall
    intro = "代表还没有提出申辩的，先问清本人是否申辩，再印发。"
    success_message = "已登记，表决后请登记结果。"


class CountRecall(CountsTwice, RecallStep):
    title = button = "登记表决结果"
    form_class = forms.CountRecallForm
    rule = rules.may_count_recall
    transition = recall_votes.count_recall
    intro = (
        "无记名投票。赞成票超过原选区全体选民的半数，罢免通过。"
        "票数由两名工作人员按计票记录分别登记，互不查看，一致后得出结果。"
    )

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"held_on": self.object.vote_on}}


class VoidRecallVote(RecallStep):
    title = button = "登记投票无效"
    form_class = forms.VoidForm
    rule = rules.may_void_recall_vote
    transition = recall_votes.void_recall_vote
    intro = "收回票数多于发出票数等情形，投票无效，重新组织投票后再登记结果。"
    success_message = "已登记，请重新组织投票。"


class StopRecall(KeepsFiles, RecallStep):
    title = button = "终止程序"
    button_tone = "danger"
    form_class = forms.StopForm
    rule = rules.may_stop_recall
    transition = recalls.stop_recall
    intro = "代表辞职已被接受的，请先在名册中登记终止代表资格，罢免程序随即终止，不用在这里办理。"
    success_message = "已终止。"


class ReviewRecall(KeepsFiles, RecallStep):
    title = button = "登记资格审查报告"
    form_class = forms.ReviewForm
    rule = rules.may_review_recall
    transition = recalls.review_recall
    success_message = "已登记，请办理公告。"


class AnnounceRecall(RecallStep):
    title = button = "公告"
    form_class = forms.AnnounceForm
    rule = rules.may_announce_recall
    transition = recalls.announce_recall
    intro = "公告后，名册登记该代表资格自公告之日起终止，罢免结果在网站公布。"
    success_message = "已公告，名册已登记终止代表资格。"
