"""A law examination: drawn at random, begun, saved, handed in or collected, marked at once."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from secrets import SystemRandom
from typing import Any

from django.db import transaction

from foundation import deadlines
from foundation.ballots.counting import hand_of
from foundation.web.chinese import datetime_text
from foundation.workflow import Refused, lock
from supervision.models import Exam, ExamItem, ExamRule, LawQuestion, Nominee
from supervision.notices import appointments as notices
from supervision.rules import appointments as rules
from supervision.scoring import Line, letters, marked
from supervision.states.appointments import EXAM_FLOW, OPEN_EXAMS, ExamState, QuestionKind
from supervision.transitions._beats import day_of, filled, note

CLOCK = "nominee_exam"
NO_RULE = "后台没有当天有效的“任前法律知识考试办法”，请由委员会秘书先行登记。"
chance = SystemRandom()


def draw(nominee: Nominee, *, by: Any, at: datetime) -> Exam:
    """A paper of its own for this nominee: so many questions of each kind, drawn at random from the bank.

    Refused while another one is open, when he has passed, when all tries are used up, when the bank is too small.
    """
    rule = rule_on(at)
    turn = _next_turn(nominee, rule)
    questions = _drawn(rule, at)
    facts = {"minutes": rule.minutes, "pass_points": rule.pass_points, "full_points": rule.full_points}
    exam = Exam.objects.create(nominee=nominee, rule=rule, turn=turn, drawn_at=at, **facts)
    ExamItem.objects.bulk_create(_item(exam, order, *line) for order, line in enumerate(questions, 1))
    deadlines.start(CLOCK, nominee, on=day_of(at), user=nominee.user_id, by=by, at=at)
    note("draw_exam", exam, f"从题库随机抽取{len(questions)}题，满分{rule.full_points}分。", by=by, at=at)
    return exam


@transaction.atomic
def redraw_exam(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> Nominee:
    """Another paper after a failure."""
    nominee = lock(Nominee, pk, version=version)
    rules.may_redraw_exam(by, nominee, on=day_of(at)).require()
    if nominee.user_id is None:
        raise Refused("本人没有登录账号，请组织纸质考试后“登记纸质考试”。")
    exam = draw(nominee, by=by, at=at)
    nominee.bump()
    notices.exam_drawn(exam, by=by, at=at)
    return nominee


@transaction.atomic
def begin_exam(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> Exam:
    """The questions are shown from now on, and the time runs."""
    exam = _opened("begin_exam", pk, by, at, version)
    exam.begun_at, exam.ends_at = at, at + timedelta(minutes=exam.minutes)
    _move(exam, "begin_exam", "begun_at", "ends_at")
    note("begin_exam", exam, f"开始答题，应于{datetime_text(exam.ends_at)}前交卷。", by=by, at=at)
    return exam


@transaction.atomic
def save_answers(pk: Any, *, answers: Mapping[int, str], by: Any, at: datetime, version: int | None = None) -> Exam:
    """Keeps what was answered so far; order of the question → letters. Refused once the time is over."""
    exam = _opened("hand_in_exam", pk, by, at, None)
    if _is_over(exam, at):
        raise Refused("答题时间已到，请直接交卷，系统按时间到以前保存的答案评分。", "date")
    _keep(exam, answers)
    return exam


@transaction.atomic
def hand_in_exam(pk: Any, *, answers: Mapping[int, str], by: Any, at: datetime, version: int | None = None) -> Exam:
    """Handed in and marked; answers that come after the end are not taken, those saved before count."""
    exam = _opened("hand_in_exam", pk, by, at, None)
    if not _is_over(exam, at):
        _keep(exam, answers)
    return _mark("hand_in_exam", exam, by=by, at=at)


@transaction.atomic
def collect_exam(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> Exam:
    """Never handed in: what was saved in time is marked."""
    return _mark("collect_exam", _opened("collect_exam", pk, by, at, version), by=by, at=at)


@transaction.atomic
def void_exam(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> Exam:
    """A paper that does not count: the network broke, he was ill. It uses up no try."""
    exam = _opened("void_exam", pk, by, at, version)
    exam.void_reason = filled(reason, "请写明作废的理由。", "reason")[:200]
    _move(exam, "void_exam", "void_reason")
    deadlines.cancel(CLOCK, exam.nominee, at=at, reason=exam.void_reason)
    note("void_exam", exam, f"试卷作废：{exam.void_reason}", by=by, at=at)
    notices.exam_void(exam, by=by, at=at)
    return exam


@transaction.atomic
def enter_exam(pk: Any, *, score: int, by: Any, at: datetime, version: int | None = None) -> Exam:
    """A paper sat in writing; the page asks for its scan. Its score waits for somebody else's eyes."""
    nominee = lock(Nominee, pk, version=version)
    rules.may_enter_exam(by, nominee, on=day_of(at)).require()
    rule = rule_on(at)
    turn = _next_turn(nominee, rule)
    _check_score(score, rule.full_points)
    exam = Exam.objects.create(
        nominee=nominee,
        rule=rule,
        turn=turn,
        drawn_at=at,
        handed_at=at,
        minutes=rule.minutes,
        pass_points=rule.pass_points,
        full_points=rule.full_points,
        state=EXAM_FLOW.target("enter_exam", ExamState.DRAWN),
        score=score,
        entered_by=hand_of(by),
        on_paper=True,
    )
    nominee.bump()
    note("enter_exam", exam, "登记纸质考试得分，待另一人核对。", by=by, at=at)
    notices.exam_entered(exam, by=by, at=at)
    return exam


@transaction.atomic
def check_exam(pk: Any, *, score: int, by: Any, at: datetime, version: int | None = None) -> Exam:
    """Another person reads the same paper. Both the same: it is marked. If not, his score waits for the next eyes."""
    exam = _opened("check_exam", pk, by, at, version)
    _check_score(score, exam.full_points)
    if score == exam.score:
        exam.checked_by, exam.is_passed = hand_of(by), score >= exam.pass_points
        _move(exam, "check_exam", "checked_by", "is_passed")
        _finish(exam, f"纸质考试得分由两人核对一致，得{score}分。", by=by, at=at)
        return exam
    exam.score, exam.entered_by = score, hand_of(by)
    exam.bump("score", "entered_by")
    note("differ_exam", exam, "两人登记的得分不一致，以后一人所登为准再核对。", by=by, at=at)
    notices.exam_entered(exam, by=by, at=at, differs=True)
    return exam


def rule_on(at: datetime) -> ExamRule:
    """The rule in force; refused without one."""
    rule = ExamRule.objects.latest_on(day_of(at))
    if rule is None:
        raise Refused(NO_RULE)
    return rule


def _is_over(exam: Exam, at: datetime) -> bool:
    return exam.ends_at is not None and at > exam.ends_at


def _next_turn(nominee: Nominee, rule: ExamRule) -> int:
    exams = list(nominee.exams.all())
    if any(exam.is_passed for exam in exams):
        raise Refused("考试已经合格。", "state")
    if any(exam.state in OPEN_EXAMS for exam in exams):
        raise Refused("已有一份试卷没有交卷、没有核对得分；需要重新抽题的，先将它作废。", "state")
    used = sum(exam.state == ExamState.MARKED for exam in exams)
    if used >= rule.tries:
        raise Refused(f"按规定最多考{rule.tries}次，已经用完；请商提请机关撤回，或者由主任会议决定免试。", "state")
    return len(exams) + 1


def _check_score(score: int, full_points: int) -> None:
    if not 0 <= score <= full_points:
        raise Refused(f"得分应当在0至{full_points}分之间。", "input", field="score")


def _drawn(rule: ExamRule, at: datetime) -> list[tuple[LawQuestion, int]]:
    """Questions with their points, kinds in the order of the paper."""
    bank = LawQuestion.objects.keys_by_kind(day_of(at))
    wanted: list[tuple[int, int]] = []
    for kind, number, points in rule.parts:
        if len(bank[kind]) < number:
            label = QuestionKind(kind).label
            raise Refused(f"题库中启用的{label}有{len(bank[kind])}题，办法要求{number}题，请先补充题库。")
        wanted += [(pk, points) for pk in chance.sample(bank[kind], number)]
    found = LawQuestion.objects.in_bulk([pk for pk, _ in wanted])
    return [(found[pk], points) for pk, points in wanted]


def _item(exam: Exam, order: int, question: LawQuestion, points: int) -> ExamItem:
    facts = {"kind": question.kind, "text": question.text, "key": question.key, "source": question.source}
    return ExamItem(exam=exam, order=order, options=question.option_list, points=points, **facts)


def _keep(exam: Exam, answers: Mapping[int, str]) -> None:
    items = list(exam.items.all())
    for item in items:
        item.answer = letters(answers.get(item.order, ""))
    ExamItem.objects.bulk_update(items, ["answer"])


def _mark(verb: str, exam: Exam, *, by: Any, at: datetime) -> Exam:
    exam.score = marked(Line(item.key, item.answer, item.points) for item in exam.items.all())
    exam.is_passed, exam.handed_at = exam.score >= exam.pass_points, at
    _move(exam, verb, "score", "is_passed", "handed_at")
    _finish(exam, f"得{exam.score}分（满分{exam.full_points}分）。", by=by, at=at)
    return exam


def _finish(exam: Exam, words: str, *, by: Any, at: datetime) -> None:
    """The clock of the nominee stops; he and the office hear the result."""
    deadlines.meet(CLOCK, exam.nominee, at=at)
    note("mark_exam", exam, f"{words}{'合格' if exam.is_passed else '不合格'}。", by=by, at=at)
    notices.exam_marked(exam, by=by, at=at)


def _opened(verb: str, pk: Any, by: Any, at: datetime, version: int | None) -> Exam:
    exam = lock(Exam, pk, version=version)
    getattr(rules, f"may_{verb}")(by, exam, on=day_of(at)).require()
    return exam


def _move(exam: Exam, verb: str, *fields: str) -> None:
    exam.state = EXAM_FLOW.target(verb, exam.state)
    exam.bump("state", *fields)
