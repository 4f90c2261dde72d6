"""Every step page: open to the one whose step it is, shut to everybody else; strangers sign in or find nothing."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from suggestions.transitions.appeal_assignment import appeal_assignment
from suggestions.transitions.enter_paper_rating import enter_paper_rating
from suggestions.transitions.fulfil import fulfil
from suggestions.transitions.raise_objection import raise_objection
from suggestions.transitions.request_extension import request_extension
from tests.suggestions.road import Road
from tests.suggestions.views.scans import scan


def objection(road: Road):
    part = road.part(road.assigned())
    words = {"legal_basis": "“三定”规定第三条", "reason": "不属于本局职责。", "proposed_unit": road.cast.education}
    return raise_objection(part, by=road.cast.feng, at=road.at(), **words)


def extension(road: Road):
    part = road.part(road.handling())
    return request_extension(part, by=road.cast.feng, at=road.at(), reason="管线迁改。", until=date(2026, 7, 1))


def appeal(road: Road):
    return appeal_assignment(road.assigned(), by=road.cast.lin, at=road.at(), reason="应由教育局办理。")


def paper(road: Road):
    grades = {"attitude": "satisfied", "result": "satisfied"}
    return enter_paper_rating(road.replied(), by=road.cast.he, at=road.at(), scan=scan(), **grades)


def opinion(road: Road):
    return road.part(road.drafted(road.contacted(road.handling(road.with_co_unit()))), "co").opinions.get()


def promise(road: Road):
    return road.tracking().commitments.get()


def reported(road: Road):
    return fulfil(promise(road), by=road.cast.feng, at=road.at(), evidence="候车亭已建成。")


def cosigner(road: Road):
    return road.cosigning().cosigners.get()


def signed(road: Road):
    return road.submitted(road.joint()).cosigners.get()


def contact(road: Road):
    return road.part(road.contacted()).contacts.get()


# page, what it is about, whose step it is, who may see the object and yet not act (None: nobody else sees it)
DOORS = [
    ("edit", lambda road: road.draft(), "lin", None),
    ("attach", lambda road: road.draft(), "lin", None),
    ("preview", lambda road: road.draft(), "lin", None),
    ("invite", lambda road: road.draft(), "lin", None),
    ("submit", lambda road: road.cosigning(), "lin409", "zhou"),
    ("cosign", cosigner, "zhou", "lin"),
    ("leave-cosign", signed, "zhou", "lin"),
    ("drop-cosigner", cosigner, "lin", "zhou"),
    ("withdraw", lambda road: road.submitted(), "lin", "he"),
    ("ask-withdrawal", lambda road: road.submitted(road.joint()), "lin", "he"),
    ("rate", lambda road: road.replied(), "lin", "chen"),
    ("appeal", lambda road: road.assigned(), "lin", "feng"),
    ("confirm-contact", contact, "lin", "feng"),
    ("send-back", lambda road: road.submitted(), "he", "lin"),
    ("refuse", lambda road: road.submitted(), "he", "gao"),
    ("register", lambda road: road.submitted(), "he", "lin"),
    ("convert", lambda road: road.motion(), "he", "lin"),
    ("assign", lambda road: road.registered(), "he", "zhao"),
    ("decide-objection", objection, "sun", "lin"),
    ("decide-appeal", appeal, "he", "lin"),
    ("decide-extension", extension, "sun", "feng"),
    ("check", lambda road: road.part(road.signed()), "sun", "chen"),
    ("paper-rating", lambda road: road.replied(), "he", "feng"),
    ("check-paper-rating", paper, "xu", "he"),
    ("urge", lambda road: road.replied(), "he", "feng"),
    ("mediate", lambda road: road.dissatisfied(), "he", "feng"),
    ("resolve-mediation", lambda road: road.mediation(), "he", "lin"),
    ("confirm-fulfilment", reported, "he", "feng"),
    ("publish", lambda road: road.closed(), "he", "lin"),
    ("acknowledge", lambda road: road.part(road.assigned()), "feng", "he"),
    ("object", lambda road: road.part(road.assigned()), "feng", "he"),
    ("contact", lambda road: road.part(road.handling()), "feng", "lin"),
    ("opinion", lambda road: road.part(road.handling(road.with_co_unit()), "co"), "wu", "feng"),
    ("bounce", opinion, "feng", "wu"),
    ("reply", lambda road: road.part(road.handling()), "feng", "lin"),
    ("attach-to-reply", lambda road: road.part(road.drafted()), "feng", "lin"),
    ("sign", lambda road: road.part(road.drafted()), "chen", "feng"),
    ("extend", lambda road: road.part(road.handling()), "feng", "he"),
    ("report-fulfilment", promise, "feng", "he"),
]


@pytest.mark.parametrize(("name", "about", "own", "other"), DOORS, ids=[door[0] for door in DOORS])
def test_a_step_page_opens_to_its_owner_alone(
    name: str, about: Callable, own: str, other: str | None, road: Road, visit: Callable
) -> None:
    obj = about(road)
    person, status = (own.removesuffix("409"), 409) if own.endswith("409") else (own, 200)
    assert visit(getattr(road.cast, person), name, obj).status_code == status
    assert visit(road.cast.stranger, name, obj).status_code == 404
    assert visit(road.cast.shen, name, obj).status_code == 404
    if other:
        assert visit(getattr(road.cast, other), name, obj).status_code == 403
        assert visit(getattr(road.cast, other), name, obj, post={}).status_code == 403
    address = reverse(f"suggestions:{name}", args=[obj.pk])
    assert Client().get(address).headers["Location"].startswith(reverse("accounts:login"))
