"""The paper behind an end of a seat: kept with the change, opened by whom the rule allows."""

from datetime import date

from deputies.models import Circle, CircleMember, MandateStatusChange
from foundation.files.models import StoredFile
from tests.suggestions.views.scans import scan

PAPER = {"announcement_no": "示人常〔2026〕3号", "announced_on": "2026-03-01"}
GONE = {"reason": "resigned", "effective_on": "2026-02-28", **PAPER}


def ended(client, seat, **changes) -> object:
    return client.post(f"/deputies/mandates/{seat.pk}/end/", {**GONE, "version": seat.version, **changes})


def test_a_resignation_is_kept_with_the_change_and_opened_by_few(cast, register, signed_in):
    assert ended(signed_in(cast.he), register.lin, files=[scan("辞职书.png")]).status_code == 302
    change = MandateStatusChange.objects.get(mandate=register.lin)
    paper = StoredFile.objects.get(owner_id=str(change.pk), name="辞职书.png")
    page = register.lin.deputy.get_absolute_url()
    opened = {}
    for name in ("he", "zhao", "lin", "deng", "luo"):
        client = signed_in(getattr(cast, name))
        shown = client.get(page).content.decode()
        opened[name] = (client.get(paper.get_absolute_url()).status_code, "辞职书.png" in shown)
    may = {name for name, (status, _) in opened.items() if status == 200}
    assert may == {"he", "zhao", "lin"}
    assert {name for name, (_, named) in opened.items() if named} == may - {"lin"}


def test_a_false_file_leaves_the_seat_as_it_was(cast, register, signed_in):
    answer = ended(signed_in(cast.he), register.lin, files=[scan("辞职书.exe")])
    assert answer.status_code == 422
    assert GONE["announcement_no"] in answer.content.decode()
    register.lin.refresh_from_db()
    assert (register.lin.status, MandateStatusChange.objects.count()) == ("serving", 0)


def test_the_page_names_circles_and_the_consent_to_publish(cast, register, signed_in):
    circle = Circle.objects.create(term=register.term, name="城建环保小组", field="城建")
    CircleMember.objects.create(circle=circle, deputy=register.lin.deputy, from_date=date(2026, 1, 1))
    shown = signed_in(cast.he).get(register.lin.deputy.get_absolute_url()).content.decode()
    assert "城建环保小组" in shown
    assert "公开照片和简介的意见" in shown
