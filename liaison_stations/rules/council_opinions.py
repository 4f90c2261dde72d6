"""Who raises, hands over, answers and tells back the opinions of a street deliberation congress."""

from datetime import date
from typing import Any

from deputies.rules import ANSWERING
from foundation.workflow import Verdict, when
from liaison_stations.rules.deliberations import may_list_deliberations
from liaison_stations.rules.stations import may_keep
from liaison_stations.rules.street import convenes, may_open_streets
from liaison_stations.states.council_opinion import COUNCIL_OPINION_FLOW


def may_list_opinions(user: Any) -> Verdict:
    """Whoever reads street congresses or deliberations, and bodies that may have something handed to them."""
    allowed = may_open_streets(user) | may_list_deliberations(user)
    return when(allowed, "议事意见由街道、联络站、人大机关、代表和承办单位查阅。", "role")


def may_raise_opinion(user: Any, congress: Any, *, on: date) -> Verdict:
    """The convener writes down what a member says; a deputy who is a member writes himself."""
    sits = user.is_authenticated and congress.members.active_on(on).filter(deputy__user=user).exists()
    own = when(sits, "意见由议政代表提出，街道人大工委登记。", "role")
    return (own | convenes(user, congress, on)) & when(on <= congress.ends_on, "这届议政代表会任期已满。", "date")


def may_hand_opinion(user: Any, opinion: Any, *, on: date) -> Verdict:
    return _steer("hand_opinion", user, opinion, on)


def may_explain_opinion(user: Any, opinion: Any, *, on: date) -> Verdict:
    return _steer("explain_opinion", user, opinion, on)


def may_recall_opinion(user: Any, opinion: Any, *, on: date) -> Verdict:
    return _steer("recall_opinion", user, opinion, on)


def may_return_opinion_answer(user: Any, opinion: Any, *, on: date) -> Verdict:
    return _steer("return_opinion_answer", user, opinion, on)


def may_close_opinion(user: Any, opinion: Any, *, on: date) -> Verdict:
    return _steer("close_opinion", user, opinion, on)


def may_answer_opinion(user: Any, opinion: Any, *, on: date) -> Verdict:
    """Whoever acts for the body it was handed to."""
    bodies = user.organisations(*ANSWERING, on=on) if user.is_authenticated else set()
    return when(opinion.body_id in bodies, "由收到交办件的单位答复。", "role") & COUNCIL_OPINION_FLOW.verdict(
        "answer_opinion", opinion.state
    )


def may_open_opinion(user: Any, opinion: Any) -> Verdict:
    """Asked of its files."""
    seen = user.is_authenticated and type(opinion)._default_manager.visible_to(user).filter(pk=opinion.pk).exists()
    return when(seen, "该件由街道、人大机关、提出的代表和承办单位查阅。", "role")


def steers(user: Any, opinion: Any, on: date) -> Verdict:
    """Whoever convened where it was raised: the street, or the keeper of the station."""
    if opinion.congress:
        return convenes(user, opinion.congress, on)
    return may_keep(user, opinion.deliberation.station, on=on)


def _steer(verb: str, user: Any, opinion: Any, on: date) -> Verdict:
    return steers(user, opinion, on) & COUNCIL_OPINION_FLOW.verdict(verb, opinion.state)
