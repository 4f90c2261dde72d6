"""A circle's answers become a draft of who asked: once, and not before there is an answer."""

import pytest
from django.urls import reverse

from deputies.transitions.circles import answer_matter
from foundation.workflow import Refused
from suggestions.models import Suggestion
from suggestions.transitions.draft_from_circle import draft_from_circle
from tests.deputies.touch import NOW, asked, circle_of


def test_answers_become_a_draft_with_a_way_back(cast, register, signed_in):
    matter = asked(cast, circle_of(register, "zhou"))
    with pytest.raises(Refused, match="还没有答复"):
        draft_from_circle(matter.pk, by=cast.lin, at=NOW)
    answer_matter(matter.pk, by=cast.zhou, at=NOW, text="可以按标准化门诊建设。")
    with pytest.raises(Refused, match="提出咨询的在任代表"):
        draft_from_circle(matter.pk, by=cast.zhou, at=NOW)

    paper = draft_from_circle(matter.pk, by=cast.lin, at=NOW)
    assert (paper.title, paper.facts, paper.grounds) == (matter.title, matter.text, "可以按标准化门诊建设。")
    with pytest.raises(Refused, match="已根据这件咨询起草"):
        draft_from_circle(matter.pk, by=cast.lin, at=NOW)
    assert Suggestion.objects.get().from_circle == matter

    lin, zhou = signed_in(cast.lin), signed_in(cast.zhou)
    assert matter.get_absolute_url() in lin.get(paper.get_absolute_url()).content.decode()
    assert paper.get_absolute_url() in lin.get(matter.get_absolute_url()).content.decode()
    # A draft is nobody else's.
    assert paper.get_absolute_url() not in zhou.get(matter.get_absolute_url()).content.decode()
    assert zhou.post(reverse("suggestions:draft-from-circle", args=[matter.pk])).status_code == 403
