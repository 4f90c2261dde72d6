"""Every letter about a merged paper is a document of its own, and so has its own number (domain 2.9)."""

import pytest

from suggestions.models import DocumentHead, Letter, Reply
from suggestions.states import PaperUse, UnitRole
from suggestions.transitions.give_co_opinion import give_co_opinion
from tests.suggestions.merged import answered

pytestmark = pytest.mark.django_db
L, C = UnitRole.LEAD, UnitRole.CO


def test_each_letter_has_a_number_of_its_own(road, cast, pair):
    facts = {"organisation": cast.transport, "use": PaperUse.REPLY}
    DocumentHead.objects.create(pattern="示交函〔{年}〕{号}号", **facts)
    main, member = answered(road, cast, *pair(), doc_number="")

    numbers = dict(Letter.objects.values_list("assignment__suggestion", "number"))
    assert numbers == {main.pk: "示交函〔2026〕1号", member.pk: "示交函〔2026〕2号"}
    assert dict(Reply.objects.values_list("assignment__suggestion", "doc_number")) == numbers


def test_where_the_unit_numbers_by_hand_the_letters_bear_the_number_it_wrote(road, cast, pair):
    answered(road, cast, *pair(), doc_number="示交函〔2026〕88号")

    assert list(Letter.objects.values_list("number", flat=True)) == ["示交函〔2026〕88号"] * 2


def test_each_opinion_letter_has_a_number_of_its_own(road, cast, pair):
    facts = {"organisation": cast.education, "use": PaperUse.CO_OPINION}
    DocumentHead.objects.create(pattern="示教会〔{年}〕{号}号", **facts)
    main, member = pair()
    main = road.handling(road.assigned(main, units=[(cast.transport, L), (cast.education, C)]))

    give_co_opinion(road.part(main, "co"), by=cast.wu, at=road.at(), text="同意增设。")

    numbers = dict(Letter.objects.values_list("assignment__suggestion", "number"))
    assert numbers == {main.pk: "示教会〔2026〕1号", member.pk: "示教会〔2026〕2号"}
