"""The office proposes parts, the deputy reads and answers, the links lead both ways."""

import pytest
from django.urls import reverse

from suggestions.models import Split
from suggestions.transitions.split import answer_split, propose_split
from tests.suggestions.transitions.test_split import PARTS, WHY

FORMS = {"parts-TOTAL_FORMS": "3", "parts-INITIAL_FORMS": "0"}


def posted(*parts, reason="涉及两个事项。"):
    lines = {f"parts-{place}-{name}": text for place, part in enumerate(parts) for name, text in part.items()}
    return {**FORMS, **lines, "reason": reason}


def test_from_the_proposal_to_the_parts(road, cast, visit, words):
    paper = road.registered()
    assert reverse("suggestions:split", args=[paper.pk]) in words(visit(cast.he, "detail", paper))
    visit(cast.he, "split", paper, post={**posted(*PARTS), "version": paper.version})
    split = Split.objects.get()

    assert reverse("suggestions:answer-split", args=[split.pk]) in words(visit(cast.lin, "detail", paper))
    assert PARTS[1]["proposals"] in words(visit(cast.lin, "answer-split", split))
    visit(cast.lin, "answer-split", split, post={"agree": "yes"})

    first, second = (row.suggestion for row in split.parts.all())
    page = words(visit(cast.he, "detail", paper))
    assert all(reverse("suggestions:detail", args=[part.pk]) in page for part in (first, second))
    assert reverse("suggestions:detail", args=[paper.pk]) in words(visit(cast.he, "detail", second))


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [(PARTS[:1], "请至少填写两件。"), ([PARTS[0], {"title": "关于路灯的建议"}], "请填写案由")],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(road, cast, visit, words, parts, sentence):
    answer = visit(cast.he, "split", road.registered(), post=posted(*parts))

    assert answer.status_code == 422
    assert sentence in words(answer)
    assert PARTS[0]["facts"] in words(answer)
    assert not Split.objects.exists()


def test_not_agreeing_needs_a_reason(road, cast, visit, words):
    split = propose_split(road.registered(), by=cast.he, at=road.at(), **WHY)

    answer = visit(cast.lin, "answer-split", split, post={"agree": "no"})

    assert answer.status_code == 422
    assert "请写明理由" in words(answer)


def test_a_case_page_costs_the_same_taken_apart(road, cast, signed_in, django_assert_max_num_queries):
    split = propose_split(road.registered(), by=cast.he, at=road.at(), **WHY)
    answer_split(split, by=cast.lin, at=road.at(), agree=True)
    client = signed_in(cast.he)
    client.get(split.suggestion.get_absolute_url())

    with django_assert_max_num_queries(12):
        client.get(split.suggestion.get_absolute_url())
