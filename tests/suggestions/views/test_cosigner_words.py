"""The lead asks with one button, each co-signer answers on a page of his own, the lead reads it where he rates."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from suggestions.models import CosignerWord, Rating
from suggestions.transitions.ask_cosigners import ask_cosigners
from suggestions.transitions.give_word import give_word

GOOD = {"attitude": "satisfied", "result": "basically"}


@pytest.fixture
def joint(road):
    return lambda count=1: road.on(road.cosigned_by(road.draft(), count), "replied")


def test_from_the_question_to_the_rating(road, cast, visit, words):
    paper = road.on(road.joint(), "replied")
    page = words(visit(cast.lin, "detail", paper))
    assert reverse("suggestions:ask-cosigners", args=[paper.pk]) in page
    assert "请先征求意见" in words(visit(cast.lin, "rate", paper))

    assert "周建国" in words(visit(cast.lin, "ask-cosigners", paper))
    visit(cast.lin, "ask-cosigners", paper, post={"version": paper.version})
    word = CosignerWord.objects.get()
    assert reverse("suggestions:give-word", args=[word.pk]) in words(visit(cast.zhou, "detail", paper))
    form = words(visit(cast.zhou, "give-word", word))
    assert "checked" not in form
    assert "已于四月增设。" in form
    visit(cast.zhou, "give-word", word, post={**GOOD, "words": "已看过现场。"})

    assert "已看过现场。" in words(visit(cast.lin, "rate", paper))
    paper = road.fresh(paper)
    visit(cast.lin, "rate", paper, post={"attitude": "satisfied", "result": "satisfied", "version": paper.version})
    assert Rating.objects.get().consulted == "已征求联名代表意见：1人意见不同。"
    assert "已征求联名代表意见" in words(visit(cast.feng, "detail", paper))


@pytest.mark.parametrize(
    ("posted", "sentence"),
    [
        ({"words": "已看过现场。"}, "请对办理态度提出意见。"),
        ({"attitude": "satisfied", "result": "dissatisfied"}, "不满意的，请说明原因。"),
        ({**GOOD, "words": "长" * 2001}, "2000"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_written(road, cast, joint, visit, words, posted, sentence):
    word = ask_cosigners(joint(), by=cast.lin, at=road.at())[0]

    answer = visit(cast.zhou, "give-word", word, post=posted)

    assert answer.status_code == 422
    assert sentence in words(answer)
    assert posted.get("words", "") in words(answer)
    assert road.fresh(word).is_open


def test_it_waits_on_the_desk_of_the_co_signer(road, cast, joint, signed_in, words):
    paper, url = joint(), reverse("suggestions:queue", args=["words"])
    assert paper.title not in words(signed_in(cast.zhou).get(url))
    word = ask_cosigners(paper, by=cast.lin, at=road.at())[0]
    assert paper.title in words(signed_in(cast.zhou).get(url))

    give_word(word, by=cast.zhou, at=road.at(), **GOOD)

    assert paper.title not in words(signed_in(cast.zhou).get(url))


def test_a_word_is_found_by_nobody_else(road, cast, joint, visit, words):
    paper = joint(2)
    ask_cosigners(paper, by=cast.lin, at=road.at())
    word = CosignerWord.objects.visible_to(cast.zhou).get()
    give_word(word, by=cast.zhou, at=road.at(), **GOOD, words="密意见。")

    for key in ("deng", "he", "gao", "feng", "chen", "sun", "fang"):
        assert visit(getattr(cast, key), "give-word", word).status_code == 404
        assert "密意见" not in words(visit(getattr(cast, key), "detail", paper))
    assert "密意见" in words(visit(cast.lin, "detail", paper))
    assert "密意见" in words(visit(cast.zhou, "detail", paper))


@pytest.mark.parametrize("count", [1, 3])
def test_a_case_page_costs_the_same(road, cast, joint, signed_in, count, django_assert_max_num_queries):
    paper = joint(count)
    ask_cosigners(paper, by=cast.lin, at=road.at())
    client = signed_in(cast.lin)
    client.get(paper.get_absolute_url())

    with django_assert_max_num_queries(12):
        client.get(paper.get_absolute_url())


def test_the_pages_of_asking_and_rating_cost_the_same_for_one_and_three(road, cast, joint, signed_in):
    costs = []
    for count in (1, 3):
        paper = joint(count)
        asking, rating = (reverse(f"suggestions:{page}", args=[paper.pk]) for page in ("ask-cosigners", "rate"))
        client = signed_in(cast.lin)
        asked = cost(client, asking)
        road.consulted(paper)
        costs.append((asked, cost(client, rating)))

    assert costs[0] == costs[1]


def cost(client, url):
    """Queries of a page that is opened for the second time."""
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)
