"""The street congress of the world of the walk: one meeting held with its votes, one ahead, opinions on their way."""

from datetime import datetime

from liaison_stations.transitions import council_opinions, council_publishing, street_meetings
from tests.liaison_stations import street_hand as hand
from tests.walk.cases import Secret, World
from tests.walk.street_routes import BODY, SEES


def tell(world: World, at: datetime) -> None:
    """The office convenes; zhou and three residents sit."""
    cast, rows = world.cast, world.rows
    he = {"by": cast.he, "at": at}
    congress = hand.seated(cast.he, world.register, at=at)
    rows["street-congress"] = congress
    rows["street-member"] = congress.members.get(name="丙秀")
    held = hand.held(hand.planned(congress, cast.he, at=at, starts_at=at), cast.he, at=at)
    rows["street-meeting-held"] = held
    rows["street-matter"] = held.matters.get()
    entered = hand.project(held, cast.he, at)
    rows["street-matter-entered"] = street_meetings.enter_vote(entered.pk, way="hands", papers=hand.hands(3), **he)
    rows["street-meeting"] = hand.planned(congress, cast.he, at=at, starts_at=at)

    def raised(word: str) -> object:
        member = congress.members.get(name="甲成")
        words = {"title": "夜间噪声", "text": f"密议政{word}号施工噪声。"}
        return council_opinions.raise_opinion(congress.pk, member=member, **words, **he)

    rows["opinion"] = raised("甲")
    rows["opinion-handed"] = council_opinions.hand_opinion(raised("乙"), body=cast.transport, **he)
    answered = council_opinions.hand_opinion(raised("丙"), body=cast.transport, **he)
    rows["opinion-answered"] = council_opinions.answer_opinion(answered, answer="已整改。", by=cast.feng, at=at)
    rows["street-congress-closed"] = hand.founded(cast.he, number=2, at=at)
    rows["street-congress"] = council_publishing.publish_congress(congress.pk, **he)
    rows["street-meeting-held"] = council_publishing.publish_street_meeting(held.pk, **he)
    opinion = council_opinions.explain_opinion(raised("丁"), outcome="已协调。", **he)
    words = {"title": opinion.title, "text": "【略】号施工噪声。", "outcome": opinion.outcome}
    rows["opinion-public"] = council_publishing.publish_council_opinion(opinion.pk, **words, **he)
    world.secrets.append(Secret("密议政丁号", SEES))
    world.secrets += [Secret("密议政甲号", SEES), Secret("密议政乙号", SEES | BODY), Secret("密议政丙号", SEES | BODY)]
