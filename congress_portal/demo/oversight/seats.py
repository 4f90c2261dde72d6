"""Recalls and by-elections: one recall passed and its seat filled, one stopped by a resignation, others under way."""

from datetime import date, timedelta
from typing import Any

from congress_portal.demo.district import District
from deputies.models import Mandate
from deputies.states import EndReason
from deputies.transitions.end import end
from supervision.models import ByElection
from supervision.transitions import by_election_votes, by_elections, recall_votes, recalls

RECALLED, RESIGNED, ACCUSED, SHORT = "河口镇", "城关街道", "柳林镇", "东湖街道"
# The last but one of each delegation: nobody else of the story speaks of him.
WHO = -2
REASONS = "当选以来不联系选民，不参加代表小组活动，对选民反映的问题不予答复。"
DEFENCE = "本人长期在外地承接工程，履职确有不足，但两次请假均经批准，请选民予以谅解。"
PRESIDES = "区人大常委会副主任钱卫东"
# name, sex, birth month, ethnic group, party, employer, put forward by
CANDIDATES = (
    ("夏国平", "male", date(1979, 3, 1), "汉族", "中共党员", "河口镇农业服务中心农艺师", "中共示范区委"),
    ("姚小燕", "female", date(1986, 9, 1), "土家族", "群众", "河口镇卫生院护士长", "选民二十六人联名"),
)
NEXT = (
    ("钟敏", "female", date(1983, 5, 1), "汉族", "群众", "城关街道社区网格员", "选民十九人联名"),
    ("龚立", "male", date(1976, 12, 1), "汉族", "中共党员", "城关街道物业协会会长", "中共示范区委"),
)


def tell(district: District) -> None:
    """Everything by the liaison office, within the last hundred days."""
    _recalled(district, district.mandates[RECALLED][WHO])
    _elected(district, district.mandates[RECALLED][WHO])
    _resigned(district, district.mandates[RESIGNED][WHO])
    _running(district, district.mandates[RESIGNED][WHO])
    _received(district, district.mandates[ACCUSED][WHO], 9, 63)
    _accepted(district, district.mandates[ACCUSED][WHO], 6)
    _received(district, district.mandates[SHORT][WHO], 2, 41)


def _received(district: District, seat: Mandate, days: int, signatures: int) -> None:
    at = district.at(days)
    facts: dict[str, Any] = {"received_on": at.date(), "reasons": REASONS, "signatures": signatures}
    recalls.receive_recall(mandate=seat, by=district.users["lianluo1"], at=at, **facts)


def _accepted(district: District, seat: Mandate, days: int, verified: int = 58) -> Any:
    at, recall = district.at(days), seat.recalls.latest("pk")
    facts: dict[str, Any] = {"verified": verified, "copied_on": at.date()}
    return recalls.accept_recall(recall.pk, by=district.users["lianluo1"], at=at, **facts)


def _printed(district: District, recall: Any, days: int, votes_in: int) -> None:
    at = district.at(days)
    facts: dict[str, Any] = {"circulated_on": at.date(), "vote_on": at.date() + timedelta(days=votes_in)}
    words: dict[str, Any] = {"circulated_how": "入户发放并在各选民小组张贴", "presided_by": PRESIDES}
    recalls.circulate_recall(recall.pk, by=district.users["lianluo1"], at=at, **facts, **words)


def _recalled(district: District, seat: Mandate) -> None:
    """The road to its end: defended, printed, passed by more than half of all voters, announced."""
    clerk = district.users["lianluo1"]
    _received(district, seat, 98, 76)
    recall = _accepted(district, seat, 94, 71)
    recalls.defend(recall.pk, defence=DEFENCE, speaks=True, by=seat.deputy.user, at=district.at(90))
    _printed(district, recall, 87, 14)
    at = district.at(73, 17)
    counts = {"voters": 4180, "issued": 3360, "returned": 3352, "yes": 2315, "no": 842, "abstained": 161}
    for hand in (clerk, district.users["lianluo2"]):
        recall_votes.count_recall(recall.pk, held_on=at.date(), invalid=34, by=hand, at=at, **counts)
    at, words = district.at(69), "罢免的提出和表决符合选举法规定的程序，表决结果有效。"
    recalls.review_recall(recall.pk, review_on=at.date(), review=words, by=clerk, at=at)
    at = district.at(66)
    number = f"示人常〔{at.year}〕12号"
    recalls.announce_recall(recall.pk, announcement_no=number, announced_on=at.date(), by=clerk, at=at)


def _called(district: District, seat: Mandate, days: int, votes_in: int, cause: str, people: Any) -> ByElection:
    clerk, at = district.users["lianluo1"], district.at(days)
    where: dict[str, Any] = {"constituency": seat.constituency, "delegation": seat.delegation, "places": 1}
    facts: dict[str, Any] = {"decided_on": at.date(), "vote_on": at.date() + timedelta(days=votes_in), "cause": cause}
    words = "区五届人大常委会主任会议"
    election = by_elections.call_by_election(decided_by=words, by=clerk, at=at, **where, **facts)
    for name, sex, birth_month, ethnic_group, party, employer, nominated_by in people:
        by_elections.put_forward(
            election.pk,
            name=name,
            sex=sex,
            birth_month=birth_month,
            ethnic_group=ethnic_group,
            party=party,
            employer_title=employer,
            nominated_by=nominated_by,
            by=clerk,
            at=district.at(days - 4),
        )
    at = district.at(days - 10)
    return by_elections.list_candidates(election.pk, listed_on=at.date(), by=clerk, at=at)


def _elected(district: District, seat: Mandate) -> None:
    """The first turn was void for want of voters; the second elected somebody, who is in the register."""
    clerk = district.users["lianluo1"]
    election = _called(district, seat, 60, 20, f"{seat.deputy.name}代表被罢免，出缺一名。", CANDIDATES)
    first, second = election.candidates.order_by("pk")
    for days, issued, votes in ((40, 1980, (1012, 930)), (31, 3105, (1208, 1842))):
        at = district.at(days, 18)
        counts = {"voters": 4175, "issued": issued, "returned": issued - 6, "invalid": 20, "others": 12}
        for hand in (clerk, district.users["lianluo2"]):
            by_election_votes.count_by_election(
                election.pk,
                held_on=at.date(),
                votes=dict(zip((first.pk, second.pk), votes, strict=True)),
                by=hand,
                at=at,
                **counts,
            )
    at = district.at(27)
    words: dict[str, Any] = {"review": "姚小燕符合代表的基本条件，选举程序合法，当选有效。", "valid": [second]}
    by_elections.review_by_election(election.pk, review_on=at.date(), by=clerk, at=at, **words)
    at = district.at(25)
    number = f"示人常〔{at.year}〕15号"
    by_elections.announce_by_election(election.pk, announcement_no=number, announced_on=at.date(), by=clerk, at=at)


def _resigned(district: District, seat: Mandate) -> None:
    """He resigned while the demand ran; it stopped with the seat."""
    _received(district, seat, 52, 55)
    _accepted(district, seat, 48, 52)
    at = district.at(41)
    facts: dict[str, Any] = {"effective_on": at.date(), "announced_on": at.date()}
    number = f"示人常〔{at.year}〕14号"
    end(seat, by=district.users["lianluo1"], at=at, reason=EndReason.RESIGNED, announcement_no=number, **facts)


def _running(district: District, seat: Mandate) -> None:
    _called(district, seat, 20, 29, f"{seat.deputy.name}代表辞职，出缺一名。", NEXT)
