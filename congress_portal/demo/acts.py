"""The single acts a road is made of: writing, signing along, contact, opinion, reply, rating, publication."""

from datetime import date, timedelta
from typing import Any

from congress_portal.demo.road import Road
from congress_portal.demo.subjects import COMPLAINTS, CONTACT_NOTES
from deputies.models import Mandate
from foundation.privacy.masking import mask_numbers
from suggestions.models import Assignment, Category, ResultClass
from suggestions.states import AssignmentState, CheckPoint, CosignerState, Grade, Kind, Method, Phase, Rank
from suggestions.transitions.acknowledge import acknowledge
from suggestions.transitions.answer_cosign import answer_cosign
from suggestions.transitions.ask_cosigners import ask_cosigners
from suggestions.transitions.check_reply import check_reply
from suggestions.transitions.confirm_contact import confirm_contact
from suggestions.transitions.create_draft import create_draft
from suggestions.transitions.draft_reply import draft_reply
from suggestions.transitions.give_co_opinion import give_co_opinion
from suggestions.transitions.give_word import give_word
from suggestions.transitions.invite_cosigners import invite_cosigners
from suggestions.transitions.make_plan import make_plan
from suggestions.transitions.publish import publish, renew_copy
from suggestions.transitions.rate import rate
from suggestions.transitions.record_contact import record_contact
from suggestions.transitions.sign_reply import sign_reply

RECENT = 100
# What a deputy notes down for the unit, and the public must not read.
NAME = "刘某某"
CALLER = f"（反映情况的居民{NAME}，电话13900000000。）"
FIRST = "您的建议我单位十分重视，现逐条答复如下。"
AGAIN = "根据您的评价意见，我单位再次到现场核实，补充答复如下。"


def draft(road: Road, kind: str = Kind.SUGGESTION) -> None:
    """Written, and with every third paper two colleagues who are asked to sign."""
    subject, user, earlier = road.subject, road.lead.deputy.user, road.earlier
    road.suggestion = create_draft(
        road.lead,
        by=user,
        at=road.at(-6),
        kind=kind,
        title=road.say(subject.title),
        facts=road.say(subject.facts) + (CALLER if road.serial % 10 == 5 else ""),
        grounds=road.say(subject.grounds),
        proposals="\n".join(f"{n}、{road.say(text)}" for n, text in enumerate(subject.proposals, 1)),
        wished_category=Category.objects.get(code=subject.category),
        wished_unit=road.district.organisations[subject.unit],
        agree_to_publish=road.serial % 8 != 0,
        from_reception=road.serial % 2 == 0,
        from_survey=road.serial % 3 == 0,
        raised_before=earlier.number_text if earlier else "",
        raised_before_as=earlier,
    )


def cosign(road: Road, answered: bool = True) -> None:
    """Two colleagues are asked; they agree, or have not answered yet."""
    others = [m for rows in road.district.mandates.values() for m in rows if m.pk != road.lead.pk]
    asked = [others[(road.serial * 7 + step * 5) % len(others)] for step in range(2)]
    users = road.district.users
    if not answered or road.lead.deputy.user == users["daibiao1"]:
        # Something waits for the co-signer whose sign-in is printed.
        asked[0] = users["daibiao2"].deputy.mandates.get()
    until = road.at(-1).date() if answered else road.district.day + timedelta(days=5)
    invite_cosigners(road.suggestion, by=road.lead.deputy.user, at=road.at(-5), mandates=asked, until=until)
    if not answered:
        return
    for cosigner in road.suggestion.cosigners.filter(state=CosignerState.INVITED).select_related("mandate__deputy"):
        answer_cosign(cosigner, by=cosigner.mandate.deputy.user, at=road.at(-4), agree=True)


def take_over(road: Road, after: int) -> None:
    for part in road.parts():
        officer = road.officer(part)
        acknowledge(part, by=officer, at=road.at(after), person_in_charge=officer.name, contact_phone="0564-4000100")
        if part.answers and road.serial % 3 == 0:
            plan(road, part, after)


def plan(road: Road, part: Assignment, after: int) -> None:
    """Every third paper has a plan of two steps."""
    start, officer = road.at(after, 16), road.officer(part)
    words = ("到现场察看，听取代表意见", "提出办法，会商有关单位后答复")
    steps = [
        {"what": what, "who": officer.name, "due_on": start.date() + timedelta(days=days)}
        for what, days in zip(words, (14, 45), strict=True)
    ]
    make_plan(part, by=officer, at=start, steps=steps)


def talk(road: Road, part: Assignment, after: int) -> None:
    record = record_contact(
        part,
        by=road.officer(part),
        at=road.at(after, 15),
        held_on=road.at(after).date(),
        phase=Phase.BEFORE if after < 30 else Phase.DURING,
        method=(Method.ON_SITE, Method.PHONE, Method.MEETING)[road.serial % 3],
        rank=(Rank.DEPUTY_HEAD, Rank.SECTION)[road.serial % 2],
        place=road.place,
        unit_persons=road.officer(part).name,
        content=CONTACT_NOTES[road.serial % len(CONTACT_NOTES)],
        deputy_opinion="希望尽快落实，有进展及时告知。",
    )
    # The lead deputy whose sign-in is printed has her latest talks still to confirm.
    hers = road.lead.deputy.user == road.district.users["daibiao1"] and road.days < RECENT
    if road.serial % 4 and not hers:
        confirm_contact(record, by=road.lead.deputy.user, at=road.at(after + 1), confirmed=True)


def advise(road: Road, after: int) -> None:
    text = f"我单位支持{road.place}的有关工作，将按照职责配合主办单位落实，涉及本单位的事项已明确专人负责。"
    for part in road.parts()[1:]:
        if part.state != AssignmentState.ACKNOWLEDGED:
            continue
        give_co_opinion(part, by=road.officer(part), at=road.at(after), text=text)


def write_reply(road: Road, part: Assignment, after: int, code: str, again: bool = False) -> None:
    subject = road.subject
    points = [
        {"point": road.say(point), "answer": road.say(answer)}
        for point, answer in zip(subject.proposals, subject.answers, strict=True)
    ]
    opening = AGAIN if again else FIRST
    draft_reply(
        part,
        by=road.officer(part),
        at=road.at(after),
        result_class=ResultClass.objects.get(code=code),
        points=points,
        body=f"{opening}\n感谢您对{road.place}发展和群众生活的关心，欢迎继续监督。",
        publish=True,
        contact_person=road.officer(part).name,
        contact_phone="0564-4000100",
        copy_to="区人大常委会代表工作委员会、区人民政府办公室",
        commitment_text=road.say(subject.promise) if code == "B" else "",
        commitment_due=_promise_day(road, after) if code == "B" else None,
    )


def sign(road: Road, part: Assignment, after: int) -> None:
    """The head signs, the number comes from the unit's series, the seal follows on the same day."""
    day, seal = road.at(after), "加盖公章"
    sign_reply(part, by=road.head(part), at=day, signatory_post="局长", sealed_on=day.date(), seal_note=seal)


def _promise_day(road: Road, after: int) -> date:
    return road.at(after).date() + timedelta(days=90 + road.serial % 5 * 40)


def consult(road: Road, after: int, grades: tuple[str, str], silent: Mandate | None = None) -> None:
    """The lead of a joint paper asks those who signed along; all but `silent` answer."""
    signed = road.suggestion.cosigners.filter(state=CosignerState.CONFIRMED)
    if not signed.exists():
        return
    words = ask_cosigners(road.suggestion, by=road.lead.deputy.user, at=road.at(after, 8))
    for word in words:
        if word.cosigner.mandate == silent:
            continue
        attitude, result = grades
        said = road.say(COMPLAINTS[road.serial % len(COMPLAINTS)]) if Grade.DISSATISFIED in grades else ""
        person = word.cosigner.mandate.deputy.user
        give_word(word, by=person, at=road.at(after, 9), attitude=attitude, result=result, words=said)


def grade(road: Road, after: int, attitude: str, result: str) -> None:
    """The lead rates; of a joint paper after asking those who signed along."""
    if not road.suggestion.cosigner_words.filter(round__closed_at=None).exists():
        consult(road, after - 2, (attitude, result))
    reason = road.say(COMPLAINTS[road.serial % len(COMPLAINTS)]) if Grade.DISSATISFIED in (attitude, result) else ""
    user = road.lead.deputy.user
    rate(road.suggestion, by=user, at=road.at(after), attitude=attitude, result=result, reason=reason)


def open_up(road: Road, after: int) -> None:
    road.suggestion.refresh_from_db()
    if road.suggestion.agree_to_publish and road.days >= after:
        publish(road.suggestion, by=road.clerk, at=road.at(after), **_checked(road))


def open_more(road: Road, after: int) -> None:
    """What has come since is checked too."""
    road.suggestion.refresh_from_db()
    if road.suggestion.published_at and road.days >= after:
        renew_copy(road.suggestion, by=road.clerk, at=road.at(after), **_checked(road))


def _checked(road: Road) -> dict[str, Any]:
    """What the clerk covers, ticks and notes down."""
    covered = {"facts": mask_numbers(road.suggestion.facts).replace(NAME, "【略】")}
    return {"words": covered, "checked": CheckPoint.values, "secrecy_note": "经审查不涉密，可以公开。"}


def reply_again(road: Road) -> None:
    part = road.parts()[0]
    advise(road, 64)
    talk(road, part, 66)
    write_reply(road, part, 74, "A", again=True)
    sign(road, part, 78)
    check_reply(part, by=road.clerk, at=road.at(80), passed=True)
