"""The clocks of the restricted list: told to those named alone, in words that say nothing."""

from collections.abc import Mapping, Sequence

from django.urls import reverse

from foundation.deadlines.lights import Light
from foundation.deadlines.models import Deadline
from foundation.deadlines.registry import register_kind
from foundation.web.chinese import date_text
from foundation.workdays.clock import today
from supervision.models import Clue
from supervision.notices.clues import apart, approvers, handlers
from supervision.rules.clues import may_open_clue
from supervision.states.clues import CLOCKS

NAMES = {
    "clue_examine": "问题线索审核",
    "clue_approve": "问题线索移送批准",
    "clue_hand": "问题线索移送",
    "clue_receipt": "问题线索移送回执",
    "clue_feedback": "问题线索受理答复",
    "clue_result": "问题线索处置结果反馈",
}


def register_all() -> None:
    """Called once by registration."""
    for key, name in NAMES.items():
        register_kind(
            key,
            name=name,
            subject_model=Clue,
            recipients=_people,
            message=_words,
            still_due=_still_due,
            may_view=may_open_clue,
            in_person=True,
        )


def _people(clocks: Sequence[Deadline], level: int) -> Mapping[int, set[int]]:
    """Leaders for their decision, handlers for everything else; both once it is serious. Nobody about himself."""
    on = today()
    leaders, hands = approvers(on), handlers(on)
    about = dict(Clue.objects.filter(pk__in=[clock.subject_id for clock in clocks]).values_list("pk", "named_hashes"))
    found = {}
    for clock in clocks:
        own, other = (leaders, hands) if clock.kind == "clue_approve" else (hands, leaders)
        found[clock.pk] = apart(own if level < 3 else own | other, about.get(clock.subject_id, ()))
    return found


def _words(clock: Deadline, clue: Clue, light: Light) -> tuple[str, str, str]:
    body = f"期限{date_text(clock.due_on)}，{light.text}。请本人登录后查看，不得转交他人。"
    return f"限定查阅清单中有一项工作{light.text}", body, reverse("supervision:clues-waiting")


def _still_due(clocks: Sequence[Deadline]) -> set[int]:
    states = dict(Clue.objects.filter(pk__in={clock.subject_id for clock in clocks}).values_list("pk", "state"))
    return {clock.pk for clock in clocks if CLOCKS.get(states.get(clock.subject_id, "")) == clock.kind}
