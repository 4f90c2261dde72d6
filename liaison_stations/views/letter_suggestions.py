"""A deputy writes letters into a suggestion."""

from typing import Any

from django.db.models import QuerySet

from foundation.web.views import Behind, StepView
from foundation.workdays.clock import today
from foundation.workflow import Verdict
from liaison_stations.forms.letter_suggestions import MakeSuggestionForm
from liaison_stations.models import Letter, MatterMark
from liaison_stations.rules.letter_suggestions import may_make_suggestion, may_propose
from liaison_stations.states.letter import LETTER_FLOW
from liaison_stations.transitions.letter_suggestions import make_suggestion
from suggestions.models import Suggestion
from suggestions.rules.relations import own_mandates
from suggestions.states import FINAL, SuggestionState

SHOWN, LOOKED_AT = 20, 100


def _proposes(user: Any) -> Verdict:
    return may_propose(user, on=today())


class MakeSuggestion(Behind, StepView):
    """From one letter; others of its group stand ticked, the rest of the deputy's letters below them."""

    door = _proposes
    rule = may_make_suggestion
    transition = make_suggestion
    form_class = MakeSuggestionForm
    template_name = "liaison_stations/make_suggestion.html"
    context_name = "letter"
    title = "写成代表建议"
    button = "写入建议"
    success_message = "已写入建议，来信人可以看到。请继续修改完善，再提交。"

    def queryset(self) -> QuerySet[Letter]:
        return Letter.objects.visible_to(self.request.user).with_names()

    def form_kwargs(self) -> dict[str, Any]:
        papers = Suggestion.objects.filter(lead__in=own_mandates(self.request.user)).order_by("-saved_at")
        alike, others = self.others()
        facts: dict[str, Any] = {"others": [*alike, *others][:SHOWN]}
        facts["papers"] = papers.exclude(state__in=(*FINAL, SuggestionState.SPLIT))
        facts["initial"] = {"letters": [str(row.pk) for row in alike]}
        return facts

    def others(self) -> tuple[list[Letter], list[Letter]]:
        """Further letters this deputy may write in: those of the same group, and the newest of the rest."""
        user, states = self.request.user, LETTER_FLOW.sources("make_suggestion")
        rows = Letter.objects.visible_to(user).filter(state__in=states).exclude(pk=self.object.pk).with_names()
        ready = [row for row in rows[:LOOKED_AT] if may_make_suggestion(user, row, on=self.on)]
        own = MatterMark.objects.filter(letter=self.object).exclude(group=None).values("group")
        same = set(MatterMark.objects.filter(group__in=own).values_list("letter", flat=True))
        return [row for row in ready if row.pk in same], [row for row in ready if row.pk not in same]

    def get_success_url(self) -> str:
        return self.result.get_absolute_url()
