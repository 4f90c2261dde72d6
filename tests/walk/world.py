"""The whole world of the walk, told by transitions on one day."""

from datetime import date, timedelta
from decimal import Decimal

from congress_portal.reports.transitions.ask import ask
from congress_portal.reports.transitions.build import build as build_report
from congress_portal.reports.transitions.confirm import confirm
from congress_portal.reports.transitions.freeze import freeze
from deputies.models import Meeting
from foundation.accounts.models import Membership
from foundation.accounts.roles import Role
from foundation.files.store import files_of
from suggestions.models import (
    AppraisalScheme,
    Category,
    DocumentHead,
    FundApplication,
    ProgressColour,
    RefusalGround,
    Suggestion,
)
from suggestions.states import Grade, Kind, PaperUse, UnitRole
from suggestions.transitions.answer_cosign import answer_cosign
from suggestions.transitions.appeal_assignment import appeal_assignment
from suggestions.transitions.appraise import decide_awards, open_appraisal
from suggestions.transitions.assign_many import carry_out_all, start_assigning
from suggestions.transitions.carry_over import carry_over
from suggestions.transitions.confirm_fulfilment import confirm_fulfilment
from suggestions.transitions.enter_paper_rating import enter_paper_rating
from suggestions.transitions.fulfil import fulfil
from suggestions.transitions.give_co_opinion import give_co_opinion
from suggestions.transitions.handed_reports import hand_in_report
from suggestions.transitions.invite_cosigners import invite_cosigners
from suggestions.transitions.look_back import answer_look_back, open_look_back
from suggestions.transitions.meetings import call_meeting, confirm_row
from suggestions.transitions.raise_objection import raise_objection
from suggestions.transitions.rate import rate
from suggestions.transitions.record_progress import record_progress
from suggestions.transitions.refuse import refuse
from suggestions.transitions.request_extension import request_extension
from suggestions.transitions.send_back import send_back
from suggestions.transitions.split import propose_split
from suggestions.transitions.statements import open_statements, promises_of, send_statement
from suggestions.transitions.supervise_key import record_supervision
from tests.cast import IN_OFFICE_SINCE, Cast
from tests.deputies_cast import Register
from tests.suggestions.council import key_item
from tests.suggestions.funds import pot, project
from tests.suggestions.road import IN_SESSION
from tests.suggestions.views.scans import scan
from tests.walk import (
    activity_world,
    contact_world,
    deliberation_world,
    duty_world,
    letter_world,
    machinery_world,
    mailbox_world,
    matter_world,
    own_world,
    people_world,
    public_world,
    report_world,
    rota_world,
    score_world,
    station_world,
    street_world,
    supervision_world,
    training_world,
)
from tests.walk.attachments import attach
from tests.walk.cases import Family, Secret, World
from tests.walk.people import CLERKS, LEADERS, OFFICE, enlist

# Beside a paper's own word: who may read what units and offices write about it.
CONCERNED = frozenset({"lin", "head", "convener", "fang", "feng", "chen", "sun"}) | OFFICE | LEADERS


def build(cast: Cast, register: Register) -> World:
    """Two families of papers, one of a township, one at a court, and every kind of paper inside a case."""
    enlist(cast, register)
    Category.objects.filter(code="urban").update(supervising_committee=cast.urban_committee)
    # A keeper at the township's house is nobody's clerk there.
    Membership.objects.create(
        user=cast.jiang, role=Role.STATION_KEEPER, organisation=cast.township, from_date=IN_OFFICE_SINCE
    )
    world = World(cast, register)
    # The co-unit numbers its opinions by itself, so that the series has a row too.
    DocumentHead.objects.create(organisation=cast.education, use=PaperUse.CO_OPINION, pattern="示教会〔{年}〕{号}号")
    first = Family(world, "A", "lin", "transport", "feng", "chen")
    for tell in (Family.usual, _beginnings, _requests, _opinion, _word_of_the_deputy, _promises, _meetings):
        tell(first)
    Family(world, "B", "tan", "education", "wu", "zheng").usual()
    court = Family(world, "C", "tan", "court", "chu", "")
    court.case("court", court.upto("handling"), court.registered | {"chu"})
    _township(world)
    attach(first)
    machinery_world.tell(world, first)
    activity_world.tell(world, first.road.at())
    duty_world.tell(world, first.road.at())
    contact_world.tell(world, first.road.at())
    public_world.tell(world, first.road.at())
    training_world.tell(world, first.road.at())
    report_world.tell(world, first.road.at())
    _reports(world, first)
    own_world.tell(world, first.road.at())
    _awards(world, first)
    station_world.tell(world, first.road.at())
    rota_world.tell(world, first.road.at())
    score_world.tell(world, first.road.at())
    mailbox_world.tell(world, first.road.at())
    street_world.tell(world, first.road.at())
    matter_world.tell(world)
    letter_world.tell(world, first.road.at())
    deliberation_world.tell(world, first.road.at())
    people_world.tell(world, first.road.at())
    supervision_world.tell(world, first.road.at())
    return world


def _awards(world: World, family: Family) -> None:
    """Scores before and after the decision, and a report that a unit has handed in."""
    cast, at = world.cast, family.road.at()
    AppraisalScheme.objects.update(least_cases=1, most_share=100)
    world.rows["appraisal"] = open_appraisal(by=cast.he, at=at, kind="suggestion", year=2026)
    decided = open_appraisal(by=cast.he, at=at, kind="unit", year=2026)
    chosen = [row.key for row in decided.sheet.rows if decided.sheet.cell(row.key, "place").value][:1]
    meeting = Meeting.objects.get(number=31)
    facts = {"chosen": chosen, "meeting": meeting, "decided_on": at.date()}
    world.rows["decided-appraisal"] = decide_awards(decided.pk, by=cast.he, at=at, **facts)
    world.rows["chosen"] = chosen[0]
    title = {"year": 2026, "title": "关于办理情况的报告", "dated_on": at.date(), "file": scan()}
    world.rows["handed-report"] = hand_in_report(by=cast.feng, at=at, organisation=cast.transport, **title)


def _reports(world: World, family: Family) -> None:
    """Yearly reports: one that waits to be confirmed, one before a meeting, one adopted."""
    cast, at = world.cast, family.road.at()
    meeting = Meeting.objects.create(term=world.register.lin.term, kind="standing_committee", number=31)
    for year, key in ((2024, "report-built"), (2025, "report-confirmed"), (2026, "report-frozen")):
        report = build_report(ask(by=cast.he, at=at, kind="handling", year=year).pk, clock=lambda: at)
        if key != "report-built":
            report = confirm(report.pk, by=cast.xu, at=at)
        if key == "report-frozen":
            report = freeze(report.pk, by=cast.he, at=at, meeting=meeting, adopted_on=at.date())
        world.rows[key] = report
    world.rows["report-file"] = files_of(world.rows["report-frozen"], "docx").get()


def _meetings(family: Family) -> None:
    """An assignment meeting that begins, and one whose only line was carried out."""
    road, clerk = family.road, family.world.cast.he
    paper = family.case("listed", lambda draft: road.on(draft, "registered"), family.registered).paper
    fresh, held = (
        call_meeting(by=clerk, at=road.at(), title=title, held_on=road.day) for title in ("春季交办会", "首次交办会")
    )
    units = [(family.world.cast.transport, UnitRole.LEAD)]
    line = confirm_row(held, by=clerk, at=road.at(), suggestion=paper, units=units)
    start_assigning(held, by=clerk, at=road.at())
    carry_out_all(held, now=road.at)
    whole = family.case("to-split", lambda draft: road.on(draft, "registered"), family.registered).paper
    parts = [{"title": f"关于分件{number}的建议", "facts": "案由。", "proposals": "办法。"} for number in (1, 2)]
    split = propose_split(whole, by=clerk, at=road.at(), reason="涉及两个事项。", parts=parts)
    family.world.rows |= {"meeting": fresh, "meeting-line": line, "split": split}
    assigned = family.world.cases["a-listed"]
    assigned.paper, assigned.part = road.fresh(paper), paper.assignments.get()
    assigned.officer, assigned.head, assigned.sees = family.officer, family.head, frozenset(family.with_unit)


def _beginnings(family: Family) -> None:
    road, cast, rows = family.road, family.world.cast, family.world.rows
    words = {"by": cast.he, "reason": "请补充数据。"}
    refusal = {"by": cast.he, "ground": RefusalGround.objects.first(), "note": "请另行反映。"}
    with_zhou = family.handed_in | {"zhou"}
    rows["invitation"] = family.case("cosigning", lambda draft: _invite(family, draft), {"lin", "zhou"})
    rows["signature"] = family.case("joint", lambda draft: road.submitted(_sign(family, draft)), with_zhou)
    for key in ("invitation", "signature"):
        rows[key] = rows[key].paper.cosigners.get()
    family.case("sent-back", lambda draft: send_back(road.submitted(draft), at=road.at(), **words), family.handed_in)
    family.case("not-filed", lambda draft: refuse(road.submitted(draft), at=road.at(), **refusal), family.handed_in)
    signers = family.handed_in | {"zhou", "deng"}
    family.case("motion", lambda draft: _motion(family, draft), signers, wording={"kind": Kind.MOTION})


def _invite(family: Family, draft: Suggestion) -> Suggestion:
    road, until = family.road, family.road.day + timedelta(days=7)
    return invite_cosigners(draft, by=road.cast.lin, at=road.at(), mandates=[road.seats.zhou], until=until)


def _sign(family: Family, draft: Suggestion) -> Suggestion:
    paper = _invite(family, draft)
    answer_cosign(paper.cosigners.get(), by=family.road.cast.zhou, at=family.road.at(), agree=True)
    return family.road.fresh(paper)


def _motion(family: Family, draft: Suggestion) -> Suggestion:
    road = family.road
    today, road.day = road.day, IN_SESSION
    paper = road.submitted(road.cosigned_by(draft, 9))
    road.day = today
    return paper


def _requests(family: Family) -> None:
    """An objection, a request for more time and an appeal, each waiting for its decision."""
    road, cast, world = family.road, family.world.cast, family.world
    asked = family.case("objection", family.upto("assigned"), family.with_unit)
    facts = {"legal_basis": "“三定”规定", "reason": "密调整号理由。", "proposed_unit": cast.education}
    world.rows["objection"] = raise_objection(asked.part, by=cast.feng, at=road.at(), **facts)
    late = family.case("extension", family.upto("handling"), family.with_unit)
    facts = {"reason": "密延期号理由。", "until": date(2026, 7, 1)}
    world.rows["extension"] = request_extension(late.part, by=cast.feng, at=road.at(), **facts)
    wrong = family.case("appeal", family.upto("assigned"), family.with_unit)
    world.rows["appeal"] = appeal_assignment(wrong.paper, by=cast.lin, at=road.at(), reason="密异议号理由。")
    world.secrets += [Secret(f"密{name}号", CONCERNED) for name in ("调整", "延期", "异议")]


def _opinion(family: Family) -> None:
    """A co-unit has given its opinion, the lead unit its draft; neither is anybody else's business."""
    road, cast, world = family.road, family.world.cast, family.world

    def handled(draft: Suggestion) -> Suggestion:
        units = [(cast.transport, UnitRole.LEAD), (cast.education, UnitRole.CO)]
        return road.contacted(road.handling(road.assigned(road.on(draft, "registered"), units=units)))

    case = family.case("with-co-unit", handled, family.with_unit | {"wu", "zheng"})
    co_part = road.part(case.paper, UnitRole.CO)
    world.rows["co-part"] = co_part
    world.rows["opinion"] = give_co_opinion(co_part, by=cast.wu, at=road.at(), text="密会办号意见。")
    world.secrets.append(Secret("密会办号", CONCERNED | {"wu", "zheng"}))
    world.rows["contact"] = case.part.contacts.get()


def _word_of_the_deputy(family: Family) -> None:
    """A rating on paper that the second clerk has not compared yet."""
    road, cast, world = family.road, family.world.cast, family.world
    case = family.case("on-paper", family.upto("replied"), family.with_unit)
    facts = {"attitude": Grade.SATISFIED, "result": Grade.DISSATISFIED, "reason": "密纸评号原因。", "scan": scan()}
    world.rows["paper-rating"] = enter_paper_rating(case.paper, by=cast.he, at=road.at(), **facts)
    world.secrets.append(Secret("密纸评号", CLERKS))


def _promises(family: Family) -> None:
    """A promise that runs, one that is reported kept, and a case in mediation."""
    road, cast, world = family.road, family.world.cast, family.world

    def promised(draft: Suggestion) -> Suggestion:
        drafted = road.drafted(family.upto("contacted")(draft), **road.promise())
        paper = road.replied(road.signed(drafted))
        rate(paper, by=cast.lin, at=road.at(), attitude=Grade.SATISFIED, result=Grade.BASICALLY)
        return road.fresh(paper)

    world.rows["promise"] = family.case("tracking", promised, family.with_unit).paper.commitments.get()
    kept = family.case("kept", promised, family.with_unit).paper.commitments.get()
    world.rows["kept-promise"] = fulfil(kept, by=cast.feng, at=road.at(), evidence="已建成。")

    confirmed = family.case("confirmed", promised, family.with_unit).paper.commitments.get()
    fulfil(confirmed, by=cast.feng, at=road.at(), evidence="已建成。")
    world.rows["confirmed-promise"] = confirm_fulfilment(confirmed, by=cast.he, at=road.at(), fulfilled=True)
    _followed(family)
    family.consulted(lambda draft: _sign(family, draft))

    def twice_dissatisfied(draft: Suggestion) -> Suggestion:
        return road.dissatisfied(road.replied_again(road.dissatisfied(family.upto("replied")(draft))))

    family.case("mediation", twice_dissatisfied, family.with_unit)


def _followed(family: Family) -> None:
    """The papers that follow promises: a report, a carry-over, year-end statements, a look back."""
    road, cast, world = family.road, family.world.cast, family.world
    rows, secrets = world.rows, world.secrets
    promise, blue = rows["promise"], ProgressColour.objects.get(code="blue")
    record_progress(promise, by=cast.feng, at=road.at(), colour=blue, text="已完成选址。")
    rows["carry"] = carry_over(promise, at=road.at())
    (rows["statement"],) = open_statements(at=road.at())
    (sent,) = open_statements(at=road.at(365))
    texts = {row.pk: "密告知号已开工。" for row in promises_of(sent)}
    rows["sent-statement"] = send_statement(sent, by=cast.feng, at=road.at(), texts=texts)
    secrets.append(Secret("密告知号", frozenset({"lin", "feng", "chen"}) | OFFICE | LEADERS))
    rows["key"] = key_item(road, promise.suggestion)
    facts = {
        "kind": "on_site",
        "held_on": road.day,
        "place": "人民路",
        "participants": "钱卫东",
        "result": "限期办结。",
    }
    record_supervision(rows["key"], by=cast.fang, at=road.at(), record="察看现场。", **facts)
    rows["fund"] = pot(road)
    rows["fund-project"] = project(road, rows["fund"], promise.suggestion)
    asked = {"amount": Decimal(1000), "reason": "密申请号用途。", "applied_by": cast.feng, "applied_at": road.at()}
    part = promise.assignment
    rows["fund-application"] = FundApplication.objects.create(suggestion=part.suggestion, assignment=part, **asked)
    secrets.append(Secret("密申请号", CONCERNED))
    due = road.day + timedelta(days=30)
    rows["look-back"] = open_look_back(by=cast.he, at=road.at(), year=road.day.year, class_code="B", due_on=due)
    answered, rows["look-back-item"], *_ = rows["look-back"].items.order_by("pk")
    answer_look_back(answered, by=cast.feng, at=road.at(), colour=blue, text="密回看号仍在推进。")
    secrets.append(Secret("密回看号", CONCERNED))


def _township(world: World) -> None:
    """Papers of a township's own congress: its deputies' and its clerk's."""
    family = Family(world, "T", "tao", "transport", "feng", "chen")
    clerk = frozenset({"wei"})
    family.case("draft", lambda draft: draft, {"tao"})
    family.case("submitted", family.road.submitted, {"tao", "wei"}, office=clerk)
