"""What people type is shown as words: never run by a browser, never calculated by a workbook."""

import csv
import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from deputies.models import Delegation, Deputy
from foundation.accounts.models import Organisation, User
from foundation.files.store import files_of, store_upload
from foundation.notices import tell
from suggestions.models import Category, Suggestion
from suggestions.states import CheckPoint
from suggestions.transitions.publish import publish
from tests.suggestions.road import Road
from tests.suggestions.views.scans import scan

pytestmark = pytest.mark.django_db
SCRIPT = "\"><script>alert(1)</script><img src=x onerror=alert(1)>'{{7*7}}"
FORMULAS = ("=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1", "＝1+1")


@pytest.fixture
def road(cast, register) -> Road:
    return Road(cast, register)


@pytest.fixture
def poisoned(road, cast, register) -> Suggestion:
    """A case in which everybody wrote a script wherever words are taken."""
    for model in (Organisation, Delegation, Category):
        for row in model.objects.all():
            model.objects.filter(pk=row.pk).update(name=f"{row.name[:4]}{row.pk}{SCRIPT}"[:30])
    Deputy.objects.update(name=f"林{SCRIPT}"[:40], employer_title=SCRIPT)
    User.objects.filter(pk=cast.feng.pk).update(name=f"冯{SCRIPT}"[:50])
    words = dict.fromkeys(("facts", "grounds", "proposals"), SCRIPT) | {
        "title": f"关于{SCRIPT}",
        "agree_to_publish": True,
    }
    paper = road.submitted(**words)
    store_upload(scan('a"><img src=x onerror=alert(1)>.png'), owner=paper, kind="attachment", by=cast.lin, at=road.at())
    content = {**road.promise(), "body": SCRIPT, "commitment_text": SCRIPT, "contact_person": SCRIPT[:40],
               "points": [{"point": SCRIPT, "answer": SCRIPT}], "doc_number": SCRIPT[:60]}  # fmt: skip
    road.talk = lambda: {**Road.talk(road), "content": SCRIPT, "place": SCRIPT, "unit_persons": SCRIPT}
    paper = road.replied(
        road.signed(road.drafted(road.contacted(road.handling(road.assigned(road.registered(paper)))), **content))
    )
    paper = road.dissatisfied(paper)
    Suggestion.objects.filter(pk=paper.pk).update(review_note=SCRIPT, raised_before=SCRIPT)
    publish(paper, by=cast.he, at=road.at(), secrecy_note=SCRIPT, checked=CheckPoint.values)
    for user in (cast.lin, cast.he, cast.feng, cast.zhao):
        tell(
            [user],
            kind="suggestions.submitted",
            subject=paper,
            title=SCRIPT,
            body=SCRIPT,
            url=SCRIPT,
            cause="x",
            at=road.at(),
        )
    return paper


PAGES = ("suggestions:list", "suggestions:mine", "notices:inbox", "workbench:desk", "deadlines:mine", "deputies:list",
         "deputies:delegations", "suggestions:public", "site:home", "suggestions:new", "accounts:profile")  # fmt: skip
OF_CASE = ("detail", "versions", "public-page", "appeal", "renew-copy", "rate", "mediate")


@pytest.mark.parametrize("person", ["lin", "he", "feng", "zhao"])
def test_what_people_type_is_shown_and_never_run(poisoned, cast, signed_in, person):
    client, part = signed_in(getattr(cast, person)), poisoned.assignments.get()
    addresses = [reverse(name) for name in PAGES] + [
        f"/desk/search/?q={SCRIPT}",
        f"/suggestions/?q={SCRIPT}&state={SCRIPT}",
    ]
    addresses += [reverse(f"suggestions:{name}", args=[poisoned.pk]) for name in OF_CASE]
    addresses += [
        reverse(f"suggestions:{name}", args=[part.pk])
        for name in ("reply", "sign", "contact", "extend", "reply-versions")
    ]
    addresses += [reverse("suggestions:reply-page", args=[part.replies.first().pk])]
    for address in addresses:
        page = client.get(address).content.decode()
        assert "<script>alert" not in page, address
        assert "<img src=x" not in page, address
        assert "49" not in page.partition("{{7*7}}")[0][-5:], address


def test_the_attachment_s_name_breaks_no_header(poisoned, cast, signed_in):
    answer = signed_in(cast.he).get(files_of(poisoned).get().get_absolute_url())
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith("attachment;")
    assert "\n" not in answer["Content-Disposition"]
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("formula", FORMULAS)
@pytest.mark.parametrize(
    "address", ["/suggestions/", "/suggestions/mine/", "/deputies/", "/suggestions/queue/under-way/"]
)
def test_nothing_typed_is_calculated_by_a_workbook(road, cast, register, signed_in, formula, address):
    Suggestion.objects.filter(pk=road.registered().pk).update(title=formula, number_text=formula)
    Deputy.objects.update(name=formula, employer_title=formula)
    client = signed_in(cast.lin)
    text = b"".join(client.get(address, {"format": "csv"})).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert any(formula.strip() in cell for cell in cells)
    assert not [cell for cell in cells if cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "＝"))]
    sheet = load_workbook(io.BytesIO(b"".join(client.get(address, {"format": "xlsx"})))).active
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
