"""The yearly evaluation: one round told to its end and public, one under way with something for everybody to do."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal

from congress_portal.demo.district import PLACES, District
from deputies.models import Evaluation, EvaluationFollowUp, EvaluationRound, EvaluationScheme, Mandate
from deputies.transitions.object_evaluation import answer_evaluation, object_evaluation
from deputies.transitions.open_evaluations import open_evaluations
from deputies.transitions.publish_evaluations import publish_evaluations, settle_follow_up
from deputies.transitions.rate_evaluation import rate_group, rate_office, rate_self
from foundation.accounts.models import Membership
from foundation.accounts.roles import Role

RULE = "《示范区人民代表大会代表履职考核办法》"
COUNCIL = "区五届人大常委会第二十八次主任会议"
# Session, recess, own image: what a deputy gives himself, one after the other.
MARKS = (("38", "36.5", "19"), ("36", "33", "18"), ("37", "31.5", "18"), ("39", "37", "19.5"), ("34", "30", "17"))
POOR = ("18", "20", "15")
BY_PAPER = "纸质自评表和小组评议表已核对，由工作机构录入。"
# Where deputies and conveners marked in the portal; the other places sent paper.
MARKED_HERE = PLACES[:2]
CONVENER = 3
# Days before the loading: this round's opening, marks, the grade proposed, the objection.
OPENED, OWN, GROUP, OFFICE, OBJECTED = 20, 14, 9, 4, 3
SELF_DUE = 12


def tell(district: District) -> None:
    """The round of the year before, then the one of this year, whose last quarter has begun."""
    EvaluationScheme.objects.update(legal_basis=RULE)
    conveners = [district.mandates[place][CONVENER] for place in PLACES]
    Membership.objects.bulk_create(
        Membership(user=seat.deputy.user, role=Role.GROUP_CONVENER, title="召集人", from_date=seat.term.starts_on)
        for seat in conveners
    )
    for seat in conveners:
        seat.deputy.user.forget_memberships()
    year = district.day.year if district.day >= date(district.day.year, 10, 1) else district.day.year - 1
    _finished(district, year - 1)
    _under_way(district, year)


def _opened(district: District, year: int, at: datetime, due: date) -> EvaluationRound:
    scheme, clerk = EvaluationScheme.objects.get(), district.users["lianluo1"]
    return open_evaluations(scheme=scheme, year=year, self_due_on=due, by=clerk, at=at)


def _of(row: EvaluationRound, seat: Mandate) -> Evaluation:
    return Evaluation.objects.get(round=row, mandate=seat)


def _marks(row: Evaluation, points: tuple[str, ...]) -> dict[int, Decimal]:
    items = row.round.scheme.items.all()
    return {item.pk: Decimal(given) for item, given in zip(items, points, strict=True)}


def _self(row: EvaluationRound, seat: Mandate, turn: int, at: datetime) -> Evaluation:
    """Marked by the deputy himself."""
    one = _of(row, seat)
    words = "按时参加会议和活动，走访联系选民，跟踪建议办理。"
    return rate_self(one, marks=_marks(one, MARKS[turn % len(MARKS)]), words=words, by=seat.deputy.user, at=at)


def _group(district: District, place: str, one: Evaluation, turn: int, at: datetime) -> None:
    """Marked by the group; nobody does so for himself."""
    convener = district.mandates[place][CONVENER]
    if one.mandate_id != convener.pk:
        marks = _marks(one, MARKS[turn % len(MARKS)])
        rate_group(one, marks=marks, words="小组会议评议通过。", by=convener.deputy.user, at=at)


def _finished(district: District, year: int) -> None:
    """October to December: all marked, one objects and is answered, one is poor; published, also to the public."""

    def on(month: int, day: int) -> datetime:
        return district.at((district.day - date(year, month, day)).days)

    clerk = district.users["lianluo1"]
    row = _opened(district, year, on(10, 12), date(year, 10, 30))
    for place in MARKED_HERE:
        for turn, seat in enumerate(district.mandates[place]):
            _group(district, place, _self(row, seat, turn, on(10, 20)), turn, on(11, 3))
    last = district.mandates[PLACES[-1]][-1]
    for turn, one in enumerate(Evaluation.objects.filter(round=row).order_by("pk")):
        points = POOR if one.mandate_id == last.pk else MARKS[turn % len(MARKS)]
        rate_office(one, marks=_marks(one, points), words=BY_PAPER, by=clerk, at=on(11, 10))
    hers = _of(row, district.users["daibiao1"].deputy.mandates.get())
    object_evaluation(hers, objection="少计一次在联络站接待选民。", by=district.users["daibiao1"], at=on(11, 12))
    better = _marks(hers, ("38", "37.5", "19"))
    answer_evaluation(hers, marks=better, answer="已核对联络站记录，补记一次，加1分。", by=clerk, at=on(11, 16))
    publish_evaluations(row, adopted_by=COUNCIL, is_public=True, by=clerk, at=on(12, 15))
    done = "常委会分管副主任已约谈，本人作出书面说明。"
    for reminder in EvaluationFollowUp.objects.filter(evaluation__round=row):
        settle_follow_up(reminder, done=True, remarks=done, by=clerk, at=on(12, 28))


def _under_way(district: District, year: int) -> None:
    """The printed deputy has to mark herself, another may object, a third has; group and office have work."""
    since = (district.day - date(year, 10, 1)).days

    def ago(days: int) -> datetime:
        return district.at(min(days, since))

    row = _opened(district, year, ago(OPENED), district.day + timedelta(days=SELF_DUE))
    clerk = district.users["lianluo1"]
    _shown(district, row, ago)
    seats = district.mandates[PLACES[0]]
    head = district.users["tuanzhang"].deputy.mandates.get()
    for turn, seat in enumerate(seats[1:9]):
        one = _self(row, seat, turn, ago(OWN))
        if turn < 4:
            _group(district, PLACES[0], one, turn, ago(GROUP))
    hers = _of(row, head)
    rate_office(hers, marks=_marks(hers, MARKS[2]), words="按履职档案核对。", by=clerk, at=ago(OFFICE))
    object_evaluation(hers, objection="参加代表小组活动少计一次，请核对。", by=head.deputy.user, at=ago(OBJECTED))


def _shown(district: District, row: EvaluationRound, ago: Callable[[int], datetime]) -> None:
    place = PLACES[1]
    for turn, seat in enumerate(district.mandates[place][:4]):
        one = _self(row, seat, turn, ago(OWN))
        _group(district, place, one, turn, ago(GROUP))
        marks = _marks(one, MARKS[turn % len(MARKS)])
        rate_office(one, marks=marks, words="召集人本人由工作机构审核。", by=district.users["lianluo1"], at=ago(OFFICE))
