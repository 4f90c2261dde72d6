"""The rarer turns of the year: a motion, separate handling, opinions returned, objections, silence, paper."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from congress_portal.demo.acts import advise, draft, grade, open_up, sign, take_over, talk, write_reply
from congress_portal.demo.road import Road
from congress_portal.demo.roads import CO_OPINIONS_AFTER, contacted, handling, registered, replied, tracking
from suggestions.models import Category
from suggestions.states import CosignerState, Grade, Kind, UnitRole
from suggestions.transitions.answer_cosign import answer_cosign
from suggestions.transitions.appeal_assignment import appeal_assignment
from suggestions.transitions.assign import assign
from suggestions.transitions.bounce_co_opinion import bounce_co_opinion
from suggestions.transitions.check_reply import check_reply
from suggestions.transitions.close import close_unstated
from suggestions.transitions.convert_motion import convert_motion
from suggestions.transitions.enter_paper_rating import enter_paper_rating
from suggestions.transitions.fulfil import fulfil
from suggestions.transitions.invite_cosigners import invite_cosigners
from suggestions.transitions.register import register
from suggestions.transitions.submit import submit
from suggestions.transitions.urge_rating import urge_rating

PROPOSERS = 10


def drafted(road: Road) -> None:
    """The reply waits for the signature of the head."""
    contacted(road)
    advise(road, CO_OPINIONS_AFTER)
    write_reply(road, road.parts()[0], 36, "A")


def bounced(road: Road) -> None:
    """The lead unit has returned an opinion that does not help."""
    contacted(road)
    advise(road, CO_OPINIONS_AFTER)
    lead, opinion = road.parts()[0], road.parts()[1].opinions.get()
    reason = "会办意见没有说明站台用地是否占用绿化带，请补充。"
    bounce_co_opinion(opinion, by=road.officer(lead), at=road.at(CO_OPINIONS_AFTER + 4), reason=reason)


def appealed(road: Road) -> None:
    """The deputy thinks another unit should have it."""
    handling(road)
    reason = "所提事项主要涉及小区周边的规划和建设，由住房和城乡建设部门承办更合适。"
    wanted = road.district.organisations["housing"]
    user = road.lead.deputy.user
    appeal_assignment(road.suggestion, by=user, at=road.at(10), reason=reason, proposed_unit=wanted)


def separately(road: Road) -> None:
    """Two units answer each for itself."""
    registered(road)
    units = [road.district.organisations[key] for key in (road.subject.unit, *road.subject.co_units)]
    rows = [(unit, UnitRole.SEPARATE) for unit in units]
    assign(road.suggestion, by=road.clerk, at=road.at(6), units=rows)
    take_over(road, 8)
    for order, part in enumerate(road.parts()):
        talk(road, part, 18 + order)
        write_reply(road, part, 40 + order, "A")
        sign(road, part, 44 + order)
        check_reply(part, by=road.clerk, at=road.at(47 + order), passed=True)
    grade(road, 58, Grade.SATISFIED, Grade.SATISFIED)
    open_up(road, 70)


def converted(road: Road) -> None:
    """A motion of ten deputies that the session did not put on its agenda, handled as a suggestion."""
    draft(road, kind=Kind.MOTION)
    everybody = [mandate for rows in road.district.mandates.values() for mandate in rows]
    asked = [mandate for mandate in everybody if mandate.pk != road.lead.pk][:: len(everybody) // PROPOSERS]
    until, user = road.at(-1).date(), road.lead.deputy.user
    invite_cosigners(road.suggestion, by=user, at=road.at(-5), mandates=asked, until=until)
    for row in road.suggestion.cosigners.filter(state=CosignerState.INVITED).select_related("mandate__deputy__user"):
        answer_cosign(row, by=row.mandate.deputy.user, at=road.at(-4), agree=True)
    submit(road.suggestion, by=user, at=road.at(0))
    category = Category.objects.get(code=road.subject.category)
    register(road.suggestion, by=road.clerk, at=road.at(1), category=category)
    reason = "经主席团决定不列入本次会议议程，按代表建议办理。"
    convert_motion(road.suggestion, by=road.clerk, at=road.at(3), reason=reason)
    units = [(road.district.organisations[road.subject.unit], UnitRole.LEAD)]
    assign(road.suggestion, by=road.clerk, at=road.at(7), units=units, is_key=True)
    _to_the_end(road)


def _to_the_end(road: Road) -> None:
    take_over(road, 9)
    part = road.parts()[0]
    talk(road, part, 20)
    write_reply(road, part, 50, "A")
    sign(road, part, 53)
    check_reply(part, by=road.clerk, at=road.at(56), passed=True)
    grade(road, 64, Grade.SATISFIED, Grade.SATISFIED)
    open_up(road, 76)


def unstated(road: Road) -> None:
    """The deputy did not rate although asked three times."""
    replied(road)
    for after in (60, 66, 72):
        urge_rating(road.suggestion, by=road.clerk, at=road.at(after))
    close_unstated(road.suggestion, by=road.clerk, at=road.at(90))


def on_paper(road: Road) -> None:
    """A rating given on paper waits for the second clerk."""
    replied(road)
    attitude, result = Grade.SATISFIED, Grade.BASICALLY
    enter_paper_rating(
        road.suggestion, by=road.clerk, at=road.at(56), scan=_scan(road), attitude=attitude, result=result
    )


def _scan(road: Road) -> SimpleUploadedFile:
    """A sheet as the scanner makes it: ruled, with two ticks."""
    sheet = Image.new("L", (620, 877), 250)
    pen = ImageDraw.Draw(sheet)
    for line in range(8):
        pen.line((60, 160 + line * 80, 560, 160 + line * 80), fill=90, width=2)
    for x, y in ((180, 270), (310, 350)):
        pen.line((x, y, x + 14, y + 18, x + 44, y - 26), fill=30, width=5)
    picture = BytesIO()
    sheet.save(picture, "PNG")
    return SimpleUploadedFile(f"征询意见表{road.serial}.png", picture.getvalue(), "image/png")


def reported(road: Road) -> None:
    """The unit says that it has kept its promise; nobody has confirmed it yet."""
    tracking(road, road.days - 8)
    promise, part = road.suggestion.commitments.get(), road.parts()[0]
    evidence = "工程已于上月底完工，验收单和现场照片存单位档案。"
    fulfil(promise, by=road.officer(part), at=road.at(road.days - 6), evidence=evidence)


def to_open(road: Road) -> None:
    """Closed, with the deputy's consent, and not yet published."""
    replied(road)
    grade(road, 58, Grade.SATISFIED, Grade.SATISFIED)


SIDE_ROADS = {
    walk.__name__: walk
    for walk in (drafted, bounced, appealed, separately, converted, unstated, on_paper, reported, to_open)
}
