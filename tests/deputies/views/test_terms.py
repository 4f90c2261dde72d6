"""The guided change of term in the browser."""

from datetime import timedelta

from deputies.models import Delegation, Mandate, Term
from foundation.workdays.clock import today
from tests.suggestions.road import Road

PAGE = "/deputies/terms/"


def test_from_the_new_term_to_the_change(cast, register, signed_in):
    paper = Road(cast, register).registered()
    client = signed_in(cast.he)
    assert "登记新一届" in client.get(PAGE).content.decode()
    assert client.post(f"{PAGE}new/", {}).status_code == 422
    early = {"starts_on": register.term.starts_on}
    assert "应当晚于本届开始之日" in client.post(f"{PAGE}new/", early).content.decode()
    assert client.post(f"{PAGE}new/", {"starts_on": today()}).status_code == 302
    term = Term.objects.get(number=6)
    assert "导入新一届名册" in client.get(PAGE).content.decode()

    town = Delegation.objects.create(term=term, name="青石镇")
    Mandate.objects.create(deputy=register.deng.deputy, term=term, delegation=town)
    page = client.get(PAGE)
    told = page.content.decode()
    assert page.context["change"].heritage[0].work.url == paper.get_absolute_url()
    assert [seat.deputy.name for seat in page.context["change"].heritage[0].successors] == ["邓玉兰"]
    assert "以上只是试算，没有写入任何内容" in told
    assert not Term.objects.get(pk=term.pk).is_current

    carry_out = f"{PAGE}{term.pk}/carry-out/"
    assert client.post(carry_out, {}).status_code == 422
    assert client.post(carry_out, {"checked": "on"}).status_code == 302
    assert Term.objects.current() == term
    assert "已封存的各届" in client.get(PAGE).content.decode()
    assert client.post(carry_out, {"checked": "on"}).status_code == 409


def test_before_the_first_day_it_is_tried_only(cast, register, signed_in):
    client = signed_in(cast.he)
    client.post(f"{PAGE}new/", {"starts_on": today() + timedelta(days=60)})
    term = Term.objects.get(number=6)
    Mandate.objects.create(deputy=register.deng.deputy, term=term)
    shown = client.get(PAGE).content.decode()
    assert "到那一天再办理" in shown
    assert "没有代表团的1名：邓玉兰" in shown
    assert client.get(f"{PAGE}{term.pk}/carry-out/").status_code == 409


def test_others_do_not_get_in(cast, register, signed_in):
    for person in (cast.lin, cast.zhao, cast.wei):
        assert signed_in(person).get(PAGE).status_code == 403
