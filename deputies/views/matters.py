"""What deputies raised on the reception day and at forums: a list, a page for each, entering it at a forum."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.text import Truncator

from deputies.forms import reception as forms
from deputies.models import Activity, Deputy, RaisedMatter
from deputies.rules import reception as rules
from deputies.transitions.receptions import CLOCK, record_matter
from deputies.views.activity_office import ActivityStep
from deputies.views.doors import ReadersOnly
from foundation import deadlines
from foundation.web.actions import Action
from foundation.web.chinese import date_text
from foundation.web.tables import Column
from foundation.web.views import DetailPage, ListPage

CRUMB = ("代表提出的意见", "/deputies/matters/")


class Matters(ReadersOnly, ListPage):
    """What this person raised, received, holds the activity of or keeps; the latest first."""

    title = "代表提出的意见"
    export_name = "代表提出的意见"
    per_page = 30
    empty = "还没有在接待日或者座谈会上提出的意见。"
    columns = (
        Column(
            "意见", lambda row: Truncator(row.text).chars(40), link=lambda row: row.get_absolute_url(), primary=True
        ),
        Column("代表", "deputy.name"),
        Column("活动", "activity.title"),
        Column("提出日期", "raised_at", kind="date"),
        Column("答复期限", "light", kind="light", exported=False),
        Column("答复日期", "answered_at", kind="date"),
    )

    def queryset(self) -> QuerySet[RaisedMatter]:
        rows = RaisedMatter.objects.visible_to(self.request.user).select_related("deputy", "activity")
        return rows.order_by("-raised_at", "-pk")

    def decorate(self, rows: Any) -> None:
        deadlines.attach_lights(rows, CLOCK, self.on)


class MatterPage(DetailPage):
    """One matter: where it was raised, until when it is owed, what was answered."""

    template_name = "deputies/raised.html"
    context_name = "matter"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[RaisedMatter]:
        rows = RaisedMatter.objects.visible_to(self.request.user)
        return rows.select_related(
            "deputy", "answered_by", "activity__reception", "activity__organiser"
        ).select_related("activity__group__delegation__area")

    def actions(self, obj: RaisedMatter) -> list[Action]:
        verdict = rules.may_answer_raised(self.request.user, obj, on=self.on)
        answer = Action("答复", reverse("deputies:answer-raised", args=[obj.pk]), verdict, "primary", "edit")
        return [answer] if answer.allowed else []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        matter = self.object
        deadlines.attach_lights([matter], CLOCK, self.on)
        facts = [("代表", matter.deputy.name), ("提出日期", date_text(matter.raised_at))]
        return super().get_context_data(facts=facts, **kwargs)


class RecordMatter(ActivityStep):
    """The organiser writes down what a deputy who was there raised."""

    form_class = forms.MatterForm
    rule = rules.may_record_matter
    transition = record_matter
    title = "登记代表意见"
    button = "登记"
    intro = "逐件登记，每件有自己的页面；答复后告知代表。"
    success_message = "已登记。"
    versioned = False

    def form_kwargs(self) -> dict[str, Any]:
        activity: Activity = self.object
        came = activity.invitations.came().values("deputy")
        return {"deputies": Deputy.objects.filter(pk__in=came).order_by("pinyin_key", "pk")}
