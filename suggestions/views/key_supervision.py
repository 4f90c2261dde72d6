"""Key supervision: the year's list, the page of one item, and its steps."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import F, Prefetch, QuerySet
from django.urls import reverse
from django.utils.decorators import method_decorator

from foundation.files.keeping import KeepsFiles
from foundation.files.store import attach_files
from foundation.privacy.masking import mask_numbers
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import DetailPage, ListPage
from suggestions import rules
from suggestions.cards.lines import decorate
from suggestions.forms import key_supervision as forms
from suggestions.forms.office import PublishForm, UnpublishForm
from suggestions.models import KeySupervision, Suggestion, SupervisionEvent
from suggestions.transitions import supervise_key as acts
from suggestions.transitions.choose_key import choose_key
from suggestions.views.base import KeySupervisionStep, SuggestionStep
from suggestions.views.verb import Verb

RECORD = Verb("登记督办活动", "record-supervision", rules.may_record_supervision, tone="primary", icon="edit")
REPORT = Verb("登记主任会议报告", "report-supervision", rules.may_report_supervision)
END = Verb("结束督办", "end-supervision", rules.may_end_supervision)
REMOVE = Verb("移出重点督办", "remove-key", rules.may_remove_key)
PUBLISH = Verb("公布", "publish-key", rules.may_publish_key)
UNPUBLISH = Verb("撤下公布", "unpublish-key", rules.may_unpublish_key)


def _units(row: KeySupervision) -> str:
    return row.suggestion.units_text


COLUMNS = (
    Column("年度", "year"),
    Column("编号", "suggestion.number_text"),
    Column("建议", "suggestion.title", link=lambda row: row.get_absolute_url(), primary=True),
    Column("领衔督办", "leader.name"),
    Column("政府领办", "government_leader"),
    Column("督办工委", "committee.label"),
    Column("承办单位", _units),
    Column(
        "督办状态",
        "get_state_display",
        kind="badge",
        tone=lambda row: tone_of("suggestions.keysupervision.state", row.state),
    ),
    Column("办理状态", "suggestion.get_state_display"),
    Column("确定会议", "meeting.name", shown=False),
    Column("领衔代表", "suggestion.lead.deputy.name", shown=False),
    Column("督办结论", "conclusion", shown=False),
    Column("移出原因", "removal_reason", shown=False),
)


class KeyList(ListPage):
    """What the council of chairpersons chose, year by year; what was taken off stays, with its reason."""

    template_name = "suggestions/list.html"
    title = "重点督办"
    filter_form_class = forms.KeyFilterForm
    columns = COLUMNS
    export_name = "重点督办建议"
    empty = "还没有重点督办建议。经主任会议确定后，由代表工作机构在建议页面办理“列为重点督办”。"

    def queryset(self) -> QuerySet:
        return KeySupervision.objects.visible_to(self.request.user).with_names().order_by("-year", "pk")

    def filter(self, rows: QuerySet, wanted: dict[str, Any]) -> QuerySet:
        return self.form.narrow(rows, wanted)

    def decorate(self, rows: Sequence[KeySupervision]) -> None:
        decorate([row.suggestion for row in rows], self.on)


class KeyPage(DetailPage):
    """One item: who leads on both sides, what was held, what the council said."""

    template_name = "suggestions/key_item.html"
    context_name = "key"

    def queryset(self) -> QuerySet:
        return KeySupervision.objects.visible_to(self.request.user).with_names().select_related("removal_meeting")

    def get_title(self) -> str:
        return "重点督办"

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [("重点督办", reverse("suggestions:key-list"))]

    def actions(self, obj: KeySupervision) -> list[Any]:
        user, on = self.request.user, self.on
        verbs = [RECORD, REPORT, END, REMOVE] if obj.is_active else []
        verbs.append(UNPUBLISH if obj.published_at else PUBLISH)
        offered = [verb.action(user, obj, on) for verb in verbs]
        return [action for action in offered if action.verdict.code != "role"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        events = list(self.object.events.select_related("recorded_by"))
        reports = list(self.object.reports.select_related("meeting", "recorded_by"))
        attach_files([*events, *reports])
        return super().get_context_data(events=events, reports=reports, **kwargs)


class ChooseKey(SuggestionStep):
    form_class = forms.ChooseKeyForm
    rule = rules.may_choose_key
    transition = choose_key
    title = "列为重点督办"
    button = "列入名单"
    intro = "按主任会议的决定登记，写明双方领衔的领导和负责督办的工委。"
    success_message = "已列为重点督办，有关领导、工委、单位和代表已收到通知。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"on": self.on, "initial": {"committee": self.object.supervising_committee_id}}

    def get_success_url(self) -> str:
        latest = self.object.key_supervisions.order_by("-pk").first()
        return latest.get_absolute_url() if latest and hasattr(self, "result") else super().get_success_url()


class KeyStep(KeySupervisionStep):
    """A step about an item leads back to its page."""

    def get_success_url(self) -> str:
        return self.object.get_absolute_url()


class RecordSupervision(KeepsFiles, KeyStep):
    form_class = forms.SupervisionForm
    rule = rules.may_record_supervision
    transition = acts.record_supervision
    title = "登记督办活动"
    button = "登记"
    intro = "登记后不能修改，有误的再登记一次并说明。"
    success_message = "已登记，并告知有关单位和代表。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"held_on": self.on}}


class ReportSupervision(KeepsFiles, KeyStep):
    form_class = forms.SupervisionReportForm
    rule = rules.may_report_supervision
    transition = acts.report_supervision
    title = "登记向主任会议报告的情况"
    button = "登记"
    success_message = "已登记。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"on": self.on}


class EndSupervision(KeyStep):
    form_class = forms.EndForm
    rule = rules.may_end_supervision
    transition = acts.end_supervision
    title = "结束督办"
    button = "结束督办"
    success_message = "已结束督办。"


class RemoveKey(KeyStep):
    form_class = forms.RemoveKeyForm
    rule = rules.may_remove_key
    transition = acts.remove_key
    title = "移出重点督办"
    button = "移出"
    button_tone = "danger"
    intro = "按主任会议的决定移出。名单上的记录和已开展的督办活动保留备查。"
    success_message = "已移出重点督办。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"on": self.on}


class PublishKey(KeyStep):
    form_class = PublishForm
    rule = rules.may_publish_key
    transition = acts.publish_key
    title = "公布重点督办"
    button = "公布"
    intro = "公布编号、标题、承办单位、双方领衔的领导、督办工委和各次活动的公开摘要。请先作保密审查。"
    success_message = "已在公开网站公布。"


class UnpublishKey(KeyStep):
    form_class = UnpublishForm
    rule = rules.may_unpublish_key
    transition = acts.unpublish_key
    title = "撤下公布"
    button = "撤下"
    success_message = "已从公开网站撤下。"


@method_decorator(login_not_required, name="dispatch")
class PublicKeyList(ListPage):
    """What citizens read: the list of the year, with the summaries meant for them."""

    template_name = "suggestions/public_key_list.html"
    title = "重点督办建议"
    empty = "还没有公布的重点督办建议。"

    def queryset(self) -> QuerySet:
        # What came after the office's last look waits for the next one.
        looked_at = SupervisionEvent.objects.filter(recorded_at__lte=F("key__published_at"))
        shown = looked_at.exclude(public_summary="").order_by("held_on", "pk")
        rows = (
            KeySupervision.objects.public()
            .with_names()
            .select_related("suggestion__public_copy")
            .order_by("-year", "pk")
        )
        return rows.prefetch_related(Prefetch("events", shown, to_attr="shown_events"))

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [("代表建议公开", reverse("suggestions:public"))]

    def decorate(self, rows: Sequence[KeySupervision]) -> None:
        papers = [row.suggestion for row in rows]
        decorate(papers, self.on)
        for paper in papers:
            paper.title = _title(paper)
        for event in (event for row in rows for event in row.shown_events):
            event.public_summary = mask_numbers(event.public_summary)


def _title(paper: Suggestion) -> str:
    """As it was opened; of a paper that never was, as the office checked it for this list; none of one taken off."""
    if paper.public_copy is None:
        return mask_numbers(paper.title)
    return paper.public_copy.title if paper.published_at else ""
