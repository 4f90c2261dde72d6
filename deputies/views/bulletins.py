"""Bulletins: the list, the page of one with who has read it, and the steps."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse, reverse_lazy

from deputies import rules
from deputies.forms import bulletins as forms
from deputies.forms.training import ReasonForm
from deputies.models import Bulletin, BulletinCopy, Delegation, Deputy, Mandate, Term
from deputies.transitions import bulletins
from foundation.files.keeping import keep
from foundation.files.store import files_of
from foundation.web.actions import ROLE_OR_STATE, Action, Verb, offered
from foundation.web.chinese import datetime_text
from foundation.web.tables import Column, Table
from foundation.web.views import CreateStep, DetailPage, ListPage, StepView

CRUMB = ("情况通报", "/deputies/bulletins/")
VERBS = (
    Verb("签阅", "read-bulletin", rules.may_read_bulletin, "primary", "check", post=True),
    Verb("提醒未签阅的代表", "remind-bulletin", rules.may_remind_bulletin, icon="bell", post=True),
    Verb("撤回通报", "withdraw-bulletin", rules.may_keep_bulletin),
)
READ = (
    Column("代表", "deputy.name", primary=True),
    Column("签阅时间", "read_at", kind="datetime"),
)
UNREAD = (
    Column("代表", "deputy.name", primary=True),
    Column("账号", lambda row: "已开通" if row.deputy.user_id else "未开通，请电话通知"),
)


class Bulletins(ListPage):
    """Whatever was sent to this deputy, or all of them for the house."""

    template_name = "deputies/bulletins.html"
    title = "情况通报"
    export_name = "情况通报"
    filter_form_class = forms.BulletinFilter
    empty = "还没有情况通报。发布后在这里阅读和签阅。"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        verdict = rules.may_list_bulletins(request.user)
        if not verdict:
            raise PermissionDenied(verdict.reason)
        return super().dispatch(request, *args, **kwargs)

    def queryset(self) -> QuerySet[Bulletin]:
        rows = Bulletin.objects.visible_to(self.request.user)
        return rows.with_readers().order_by("-issued_at", "-pk")

    def filter(self, rows: QuerySet[Bulletin], wanted: dict[str, Any]) -> QuerySet[Bulletin]:
        if "source" in wanted:
            rows = rows.filter(source=wanted["source"])
        return rows.filter(title__contains=wanted["q"]) if "q" in wanted else rows

    def decorate(self, rows: Sequence[Any]) -> None:
        """Whether the reader has read each; one query."""
        copies = BulletinCopy.objects.filter(bulletin__in=rows, deputy__user=self.request.user)
        mine = dict(copies.values_list("bulletin", "read_at"))
        for row in rows:
            row.mine = "" if row.pk not in mine else "已签阅" if mine[row.pk] else "待签阅"

    def get_columns(self) -> Sequence[Column]:
        columns = [
            Column("标题", "title", link=lambda row: row.get_absolute_url(), primary=True),
            Column("通报单位", "get_source_display"),
            Column("期号或者文号", "number"),
            Column("发布时间", "issued_at", kind="datetime"),
        ]
        if rules.serves(self.request.user, self.on):
            tone = {"已签阅": "ok", "待签阅": "warn"}
            columns.append(Column("本人", "mine", kind="badge", tone=lambda row: tone.get(row.mine, "muted")))
        if rules.own_sources(self.request.user, self.on) or rules.may_see_coverage(self.request.user, on=self.on):
            columns += [Column("发送", "sent", kind="number"), Column("已签阅", "read", kind="number")]
            columns.append(Column("状态", lambda row: "已撤回" if row.is_withdrawn else "有效"))
        return columns

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_issue = bool(rules.may_issue_bulletin(self.request.user, on=self.on))
        return super().get_context_data(may_issue=may_issue, **kwargs)


class BulletinPage(DetailPage):
    """One bulletin; names of readers for the house and the issuing body alone."""

    template_name = "deputies/bulletin.html"
    context_name = "bulletin"

    def queryset(self) -> QuerySet[Bulletin]:
        return Bulletin.objects.visible_to(self.request.user).select_related("issued_by")

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB]

    def actions(self, obj: Bulletin) -> list[Action]:
        return offered("deputies", VERBS, self.request.user, obj, self.on, quiet=ROLE_OR_STATE)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        bulletin, user = self.object, self.request.user
        facts: dict[str, Any] = {
            "files": list(files_of(bulletin)),
            "basics": [
                ("通报单位", bulletin.get_source_display()),
                ("期号或者文号", bulletin.number),
                ("发布", f"{bulletin.issued_by.name}，{datetime_text(bulletin.issued_at)}"),
                ("最近提醒", datetime_text(bulletin.reminded_at) if bulletin.reminded_at else ""),
            ],
        }
        if rules.may_see_coverage(user, on=self.on) or bulletin.source in rules.own_sources(user, self.on):
            copies = list(bulletin.copies.select_related("deputy").order_by("deputy__pinyin_key", "pk"))
            read, unread = [row for row in copies if row.read_at], [row for row in copies if not row.read_at]
            facts |= {
                "read": Table(READ, read, "已签阅的代表", "还没有代表签阅。"),
                "unread": Table(UNREAD, unread, "未签阅的代表", "收到的代表都已签阅。"),
                "number_read": len(read),
                "number_unread": len(unread),
            }
        return super().get_context_data(**facts, **kwargs)


@transaction.atomic
def issue_with_files(
    *, files: list[Any], delegations: QuerySet[Delegation], by: Any, at: datetime, **facts: Any
) -> Bulletin:
    """The bulletin to everybody of these delegations (of all without a choice) and its files, or nothing."""
    chosen = None
    if delegations:
        seats = Mandate.objects.at_home().serving_on(at.date()).filter(delegation__in=delegations)
        chosen = Deputy.objects.filter(pk__in=seats.order_by().values("deputy"))
    bulletin = bulletins.issue_bulletin(deputies=chosen, by=by, at=at, **facts)
    keep(bulletin, files, by=by, at=at)
    return bulletin


class IssueBulletin(CreateStep):
    form_class = forms.BulletinForm
    rule = rules.may_issue_bulletin
    transition = issue_with_files
    title = "发布情况通报"
    button = "发布"
    intro = "发布后通知收到的代表；内容不能再改，发错的请撤回后重新发布。不得上传涉密内容。"
    success_message = "已发布，代表已收到通知。"
    back_url = reverse_lazy("deputies:bulletins")
    crumbs = (CRUMB,)

    def form_kwargs(self) -> dict[str, Any]:
        delegations = Delegation.objects.filter(term=Term.objects.current())
        return {"sources": rules.own_sources(self.request.user, self.on), "delegations": delegations}


class OfBulletin(StepView):
    """A step about one bulletin."""

    versioned = False

    def queryset(self) -> QuerySet[Bulletin]:
        return Bulletin.objects.visible_to(self.request.user)

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, *super().get_crumbs()]


class ReadBulletin(OfBulletin):
    rule = rules.may_read_bulletin
    transition = bulletins.read_bulletin
    title = button = "签阅"
    success_message = "已签阅。"


class RemindBulletin(OfBulletin):
    rule = rules.may_remind_bulletin
    transition = bulletins.remind_bulletin
    title = "提醒未签阅的代表"
    button = "提醒"
    success_message = "已提醒；没有开通账号的代表请电话通知。"


class WithdrawBulletin(OfBulletin):
    form_class = ReasonForm
    rule = rules.may_keep_bulletin
    transition = bulletins.withdraw_bulletin
    title = button = "撤回通报"
    button_tone = "danger"
    success_message = "已撤回，代表已收到通知。"

    def get_success_url(self) -> str:
        return reverse("deputies:bulletins")
