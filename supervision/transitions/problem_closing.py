"""What was mended is looked at: those concerned are asked, it is struck off, sent back, or taken up again."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from deputies.models import Deputy
from foundation import deadlines
from foundation.workflow import Refused, lock
from supervision.models import Problem, ProblemVoice
from supervision.notices import problems as notices
from supervision.rules import problems as rules
from supervision.states.problem import CHECK, EntryKind, VoiceGrade
from supervision.transitions._beats import day_of, filled, note
from supervision.transitions._problem import begin, hand_of, move, opened, tell_story
from supervision.transitions.problems import checked_day


@transaction.atomic
def ask_voices(
    pk: Any,
    *,
    deputies: Sequence[Deputy] = (),
    people: Sequence[str] = (),
    by: Any,
    at: datetime,
    version: int | None = None,
) -> Problem:
    """Deputies answer themselves; of people without an account only a short name ("东街社区居民代表") is kept."""
    problem = opened("ask_voices", pk, by, at, version)
    names = [name.strip()[:60] for name in people if name.strip()]
    asked = set(problem.voices.filter(round=problem.round).values_list("deputy", flat=True))
    fresh = [deputy for deputy in deputies if deputy.pk not in asked]
    if not fresh and not names:
        raise Refused("请选择代表，或者填写征求意见的群众代表。", "input", field="deputies")
    move(problem, "ask_voices")
    asking = {"problem": problem, "round": problem.round, "asked_at": at}
    ProblemVoice.objects.bulk_create(
        [ProblemVoice(deputy=deputy, name=deputy.name, **asking) for deputy in fresh]
        + [ProblemVoice(name=name, **asking) for name in names]
    )
    note("ask_voices", problem, f"征求{len(fresh)}名代表、{len(names)}名群众的意见。", by=by, at=at)
    notices.asked(problem, [deputy.user_id for deputy in fresh], by=by, at=at)
    return problem


@transaction.atomic
def give_voice(
    pk: Any, *, grade: str, comment: str = "", by: Any, at: datetime, version: int | None = None
) -> ProblemVoice:
    """What one of those concerned says, once in a round; whoever is not satisfied says why."""
    voice = lock(ProblemVoice, pk)
    problem = lock(Problem, voice.problem_id)
    voice.problem = problem
    rules.may_give_voice(by, voice, on=day_of(at)).require()
    if grade not in VoiceGrade.values:
        raise Refused("请选择满意、基本满意或者不满意。", "input", field="grade")
    words = comment.strip()[:300]
    if grade == VoiceGrade.DISSATISFIED:
        words = filled(words, "不满意的，请写明哪里没有解决。", "comment")
    voice.grade, voice.comment, voice.said_at, voice.entered_by = grade, words, at, by
    voice.save(update_fields=["grade", "comment", "said_at", "entered_by"])
    note("give_voice", problem, f"{voice.name}：{voice.get_grade_display()}。{words}", by=by, at=at)
    notices.voiced(voice, by=by, at=at)
    return voice


@transaction.atomic
def strike_problem(pk: Any, *, outcome: str, by: Any, at: datetime, version: int | None = None) -> Problem:
    """Confirmed on the spot or by papers and struck off: with evidence, and with the satisfaction that is asked."""
    problem = opened("strike_problem", pk, by, at, version)
    problem.outcome = filled(outcome, "请写明核实的情况和整改结果。", "outcome")
    problem.struck_at, problem.struck_by = at, hand_of(by)
    move(problem, "strike_problem", "outcome", "struck_at", "struck_by")
    deadlines.meet(CHECK, problem, at=at)
    tell_story(problem, EntryKind.STRUCK, problem.outcome, by=by, at=at)
    note("strike_problem", problem, f"核实销号：{problem.outcome}"[:500], by=by, at=at)
    notices.struck(problem, by=by, at=at)
    return problem


@transaction.atomic
def return_problem(
    pk: Any, *, reason: str, due_on: date | None, by: Any, at: datetime, version: int | None = None
) -> Problem:
    """Not mended yet: back to the unit with a new day; a new round begins, and those concerned are asked again."""
    problem = opened("return_problem", pk, by, at, version)
    why = filled(reason, "请写明哪里没有解决。", "reason")
    _again(problem, "return_problem", due_on, by, at)
    deadlines.meet(CHECK, problem, at=at)
    begin(problem, by=by, at=at)
    tell_story(problem, EntryKind.RETURN, why, by=by, at=at)
    note("return_problem", problem, f"退回整改，期限{problem.due_on:%Y-%m-%d}：{why}"[:500], by=by, at=at)
    notices.returned(problem, why, by=by, at=at)
    return problem


@transaction.atomic
def reopen_problem(
    pk: Any, *, reason: str, due_on: date | None, by: Any, at: datetime, version: int | None = None
) -> Problem:
    """It has come back: the struck row is taken up again and keeps its whole story."""
    problem = opened("reopen_problem", pk, by, at, version)
    why = filled(reason, "请写明问题怎样反弹。", "reason")
    problem.reopened += 1
    problem.struck_at, problem.struck_by, problem.outcome = None, None, ""
    _again(problem, "reopen_problem", due_on, by, at, "reopened", "struck_at", "struck_by", "outcome")
    begin(problem, by=by, at=at)
    tell_story(problem, EntryKind.REOPENED, why, by=by, at=at)
    note("reopen_problem", problem, f"问题反弹，重新列入整改：{why}"[:500], by=by, at=at)
    notices.reopened(problem, why, by=by, at=at)
    return problem


@transaction.atomic
def hold_to_account(pk: Any, *, text: str, by: Any, at: datetime, version: int | None = None) -> Problem:
    """Whether and how anybody was held to account for it."""
    problem = opened("hold_to_account", pk, by, at, version)
    words = filled(text, "请写明追责问责的情况；没有追责的，也请写明。", "text")
    problem.bump()
    tell_story(problem, EntryKind.HELD_TO_ACCOUNT, words, by=by, at=at)
    note("hold_to_account", problem, f"追责问责：{words}"[:500], by=by, at=at)
    return problem


def _again(problem: Problem, verb: str, due_on: date | None, by: Any, at: datetime, *fields: str) -> None:
    problem.due_on = checked_day(due_on, at)
    problem.round += 1
    problem.claimed_at, problem.claimed_on = None, None
    move(problem, verb, "due_on", "round", "claimed_at", "claimed_on", *fields)
