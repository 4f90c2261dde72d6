"""A recall from the voters' demand to the announcement; the register follows by its own transition."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from deputies.models import Deputy, Mandate
from deputies.states import EndReason, Level, MandateStatus
from deputies.transitions.end import end
from foundation import deadlines
from foundation.web.chinese import date_text
from foundation.workflow import Refused, after, lock
from supervision.models import Recall, SeatStandard
from supervision.notices import seats as notices
from supervision.rules import seats as rules
from supervision.states.seats import RECALL_FLOW, RUNNING_RECALLS, StopGround
from supervision.transitions._beats import day_of, filled, note

CHECK, DEFENCE, VOTE, ANNOUNCE = "recall_check", "recall_defence", "recall_vote", "recall_announce"
CLOCKS = (CHECK, DEFENCE, VOTE, ANNOUNCE)
DIRECT = (Level.DISTRICT, Level.TOWNSHIP)


def past(day: date, at: datetime, field: str, sentence: str = "日期不能晚于今天，请核对。") -> date:
    """A day that has come; refused at its field otherwise."""
    if day > day_of(at):
        raise Refused(sentence, "input", field=field)
    return day


@transaction.atomic
def receive_recall(
    *, mandate: Mandate, received_on: date, reasons: str, signatures: int, by: Any, at: datetime
) -> Recall:
    """Enters a demand as it was handed in, also one that too few have signed: that is found when it is checked."""
    rules.may_receive_recall(by, on=day_of(at)).require()
    seat = lock(Mandate, mandate)
    if seat.status == MandateStatus.ENDED or seat.level not in DIRECT:
        raise Refused("请选择在任的区县、乡镇人大代表。", "input", field="mandate")
    if seat.constituency_id is None:
        raise Refused("名册中没有登记这位代表的选区，请先在名册中补登。", "input", field="mandate")
    if seat.recalls.filter(state__in=RUNNING_RECALLS).exists():
        raise Refused("对这位代表的罢免要求正在办理。", "input", field="mandate")
    why = filled(reasons, "请写明罢免理由。", "reasons")
    day = past(received_on, at, "received_on")
    recall = Recall.objects.create(mandate=seat, received_on=day, reasons=why, signatures=signatures)
    deadlines.start(CHECK, recall, on=day, by=by, at=at)
    note("receive_recall", recall, f"收到罢免要求，联名{signatures}人。", by=by, at=at, visibility="office")
    notices.recall_received(recall, by=by, at=at)
    return recall


@transaction.atomic
def decline_recall(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> Recall:
    """Not taken up: too few signatures, not the voters of the constituency. The deputy is not told of it."""
    recall = _opened("decline_recall", pk, by, at, version)
    recall.end_reason = filled(reason, "请写明不予受理的理由。", "reason")[:300]
    _move(recall, "decline_recall", "end_reason")
    deadlines.meet(CHECK, recall, at=at)
    note("decline_recall", recall, f"不予受理：{recall.end_reason}", by=by, at=at, visibility="office")
    return recall


@transaction.atomic
def accept_recall(
    pk: Any, *, verified: int, copied_on: date, by: Any, at: datetime, version: int | None = None
) -> Recall:
    """Taken up; the deputy has the demand and may defend himself. Refused with fewer signatures than the rule asks."""
    recall = _opened("accept_recall", pk, by, at, version)
    if verified > recall.signatures:
        words = f"经核对的人数不能多于联名人数（{recall.signatures}人），请核对。"
        raise Refused(words, "input", field="verified")
    least = SeatStandard.amount_on(recall.petition_code, recall.received_on)
    if verified < least:
        words = f"经核对联名选民{verified}人，不足{least}人（选举法第五十条），不能受理，请办理“不予受理”。"
        raise Refused(words, "input", field="verified")
    if not recall.received_on <= copied_on <= day_of(at):
        raise Refused("送代表本人的日期应当在收到要求之后、今天以前。", "input", field="copied_on")
    recall.verified, recall.copied_on, recall.accepted_on = verified, copied_on, day_of(at)
    _move(recall, "accept_recall", "verified", "copied_on", "accepted_on")
    deadlines.meet(CHECK, recall, at=at)
    deadlines.start(DEFENCE, recall, on=day_of(at), user=recall.mandate.deputy.user_id, by=by, at=at)
    deadlines.start(VOTE, recall, on=day_of(at), by=by, at=at)
    words = f"经核对联名{verified}人，受理；{date_text(copied_on)}送代表本人。"
    note("accept_recall", recall, words, by=by, at=at, visibility="office")
    notices.recall_accepted(recall, by=by, at=at)
    return recall


@transaction.atomic
def defend(pk: Any, *, defence: str, speaks: bool = False, by: Any, at: datetime, version: int | None = None) -> Recall:
    """The deputy's written defence, his own or entered from paper; it may be replaced until it is printed."""
    recall = lock(Recall, pk, version=version)
    rules.may_defend(by, recall, on=day_of(at)).require()
    recall.defence = filled(defence, "请写明申辩意见。", "defence")
    recall.defended_on, recall.speaks = day_of(at), speaks
    recall.bump("defence", "defended_on", "speaks")
    deadlines.meet(DEFENCE, recall, at=at)
    wish = "，并要求在选民会议上申辩" if speaks else ""
    note("defend_recall", recall, f"提出书面申辩意见{wish}。", by=by, at=at, visibility="office")
    notices.recall_defended(recall, by=by, at=at)
    return recall


@transaction.atomic
def circulate_recall(
    pk: Any,
    *,
    circulated_on: date,
    circulated_how: str,
    vote_on: date,
    presided_by: str,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> Recall:
    """Demand and defence printed for the voters; the vote has its day and whoever presides over it."""
    recall = _opened("circulate_recall", pk, by, at, version)
    if recall.copied_on and circulated_on < recall.copied_on:
        raise Refused("应当先送代表本人，再印发选民，请核对日期。", "input", field="circulated_on")
    recall.circulated_on = past(circulated_on, at, "circulated_on")
    if vote_on <= circulated_on:
        raise Refused("表决日期应当在印发以后。", "input", field="vote_on")
    recall.vote_on = vote_on
    recall.circulated_how = filled(circulated_how, "请写明怎样印发。", "circulated_how")[:120]
    recall.presided_by = filled(presided_by, "请写明由谁主持表决。", "presided_by")[:60]
    _move(recall, "circulate_recall", "circulated_on", "circulated_how", "vote_on", "presided_by")
    deadlines.cancel(DEFENCE, recall, at=at, reason="已印发选民，代表没有提出书面申辩。")
    words = f"印发原选区选民，{date_text(vote_on)}表决，由{recall.presided_by}主持。"
    note("circulate_recall", recall, words, by=by, at=at, visibility="office")
    notices.recall_circulated(recall, by=by, at=at)
    return recall


@transaction.atomic
def stop_recall(pk: Any, *, ground: str, reason: str, by: Any, at: datetime, version: int | None = None) -> Recall:
    """Withdrawn by the voters, or the deputy has resigned meanwhile. Refused once the vote was counted."""
    recall = _opened("stop_recall", pk, by, at, version)
    if ground not in StopGround:
        raise Refused("请选择终止情形。", "input", field="ground")
    return _stop(recall, "stop_recall", ground, filled(reason, "请写明情况。", "reason"), by=by, at=at)


@after("deputies.end")
def seat_over(mandate: Mandate, *, by: Any, at: datetime, change: Any = None, **data: Any) -> None:
    """Whoever is no deputy any more is not recalled: what still runs about the seat stops by itself."""
    for recall in Recall.objects.filter(mandate=mandate, state__in=RUNNING_RECALLS).select_for_update():
        recall.mandate = mandate
        resigned = mandate.reason == EndReason.RESIGNED
        ground = StopGround.RESIGNED if resigned else StopGround.SEAT_OVER
        words = f"名册已登记终止代表资格：{mandate.get_reason_display()}（{mandate.announcement_no}）"
        _stop(recall, "end_recall", ground, words, by=by, at=at)


def _stop(recall: Recall, verb: str, ground: str, reason: str, *, by: Any, at: datetime) -> Recall:
    known = recall.accepted_on is not None
    recall.ground, recall.end_reason = ground, reason[:300]
    _move(recall, verb, "ground", "end_reason")
    for clock in CLOCKS:
        deadlines.cancel(clock, recall, at=at, reason=StopGround(ground).label)
    words = f"终止程序，{recall.get_ground_display()}：{recall.end_reason}"
    note(verb, recall, words, by=by, at=at, visibility="office")
    notices.recall_stopped(recall, known=known, by=by, at=at)
    return recall


@transaction.atomic
def review_recall(
    pk: Any, *, review_on: date, review: str, by: Any, at: datetime, version: int | None = None
) -> Recall:
    """What the credentials committee reported to the standing committee (or the presidium)."""
    recall = _opened("review_recall", pk, by, at, version)
    recall.review_on = past(review_on, at, "review_on")
    if (vote := recall.votes.order_by("-pk").first()) and review_on < vote.held_on:
        raise Refused("报告日期不能早于表决日期。", "input", field="review_on")
    recall.review = filled(review, "请填写资格审查报告的意见。", "review")
    _move(recall, "review_recall", "review_on", "review")
    note("review_recall", recall, "代表资格审查委员会报告。", by=by, at=at, visibility="office")
    return recall


@transaction.atomic
def announce_recall(
    pk: Any, *, announcement_no: str, announced_on: date, by: Any, at: datetime, version: int | None = None
) -> Recall:
    """Announced; the seat ends in the register on the day of the announcement, and everybody may read the result."""
    # The register locks the person first; taken in the same order here.
    lock(Deputy, Mandate.objects.values_list("deputy", flat=True).get(recalls=getattr(pk, "pk", pk)))
    recall = _opened("announce_recall", pk, by, at, version)
    recall.announcement_no = filled(announcement_no, "请填写公告文号。", "announcement_no")[:60]
    recall.announced_on = past(announced_on, at, "announced_on")
    if recall.review_on and announced_on < recall.review_on:
        raise Refused("公告日期不能早于资格审查报告日期。", "input", field="announced_on")
    _move(recall, "announce_recall", "announcement_no", "announced_on")
    deadlines.meet(ANNOUNCE, recall, at=at)
    _end_seat(recall, by=by, at=at)
    words = f"公告罢免（{recall.announcement_no}），名册已登记终止代表资格。"
    note("announce_recall", recall, words, by=by, at=at, visibility="office")
    notices.recall_announced(recall, by=by, at=at)
    return recall


def _end_seat(recall: Recall, *, by: Any, at: datetime) -> None:
    day: Any = recall.announced_on
    try:
        end(
            recall.mandate_id,
            by=by,
            at=at,
            reason=EndReason.RECALLED,
            effective_on=day,
            announcement_no=recall.announcement_no,
            announced_on=day,
            note="原选区选民表决罢免",
        )
    except ValidationError as error:
        raise Refused("；".join(error.messages), "input", field="announced_on") from error


def _opened(verb: str, pk: Any, by: Any, at: datetime, version: int | None) -> Recall:
    recall = lock(Recall, pk, version=version)
    getattr(rules, f"may_{verb}")(by, recall, on=day_of(at)).require()
    return recall


def _move(recall: Recall, verb: str, *fields: str) -> None:
    recall.state = RECALL_FLOW.target(verb, recall.state)
    recall.bump("state", *fields)
