"""The clock of the self-rating: whom it reminds, what it says."""

from collections.abc import Mapping, Sequence

from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from foundation.deadlines.lights import Light
from foundation.deadlines.models import Deadline
from foundation.deadlines.owed import register_owed
from foundation.web.chinese import date_text
from foundation.workdays.clock import now, today
from liaison_stations.models import Score
from liaison_stations.notices.scoring import keepers_of
from liaison_stations.states.scoring import ScoreState

DUTY = 1


def register_all() -> None:
    """Called once by registration.py."""
    register_owed("score_self", "评分自评", Score, {"state": ScoreState.SELF}, recipients=_people, message=_words)


def _people(clocks: Sequence[Deadline], level: int) -> Mapping[int, set[int]]:
    """Whoever keeps what is scored; the liaison clerks where there is nobody, and for the higher levels."""
    clerks = set(people_with(Role.CLERK, on=today()).values_list("pk", flat=True))
    keepers = keepers_of(_rows(clocks).values(), now()) if level == DUTY else {}
    return {clock.pk: keepers.get(clock.subject_id) or clerks for clock in clocks}


def _words(clock: Deadline, score: Score, light: Light) -> tuple[str, str, str]:
    body = f"{score.round}：请于{date_text(clock.due_on)}前完成自评，{light.text}。"
    return f"自评{light.text}：{score.subject}", body, score.get_absolute_url()


def _rows(clocks: Sequence[Deadline]) -> Mapping[int, Score]:
    found = Score.objects.with_names().in_bulk({clock.subject_id for clock in clocks})
    return {clock.pk: found[clock.subject_id] for clock in clocks if clock.subject_id in found}
