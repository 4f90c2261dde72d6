"""Look-alikes while a deputy types and when the office screens; and the earlier paper a deputy names."""

import pytest
from django.urls import reverse

from foundation.search.models import Fingerprint
from suggestions.models import Suggestion, Threshold
from suggestions.transitions.save_draft import save_draft
from tests.suggestions.road import TEXT

AGAIN = {"title": "建议人民路新增公交停靠站", "facts": "", "grounds": "", "proposals": ""}


def test_while_a_title_is_typed_what_resembles_it_is_shown_with_what_became_of_it(road, cast, visit, words):
    earlier = road.replied()

    page = words(visit(cast.zhou, "lookalikes", post=AGAIN))

    assert earlier.title in page
    assert f"2026年{earlier.number_text}" in page
    assert "标题所提事项相近" in page
    assert "A类" in page
    assert "查看答复" in page
    assert f'data-earlier="{earlier.pk}"' in page
    assert "发现 1 件相似的建议" in page


def test_a_hint_names_what_is_missing(road, cast, visit, words):
    page = words(visit(cast.lin, "lookalikes", post=AGAIN))

    assert "案由还没有写" in page
    assert "没有发现相似的建议。" in page


def test_a_deputy_sees_no_paper_he_may_not_open(road, cast, visit, words):
    paper = road.submitted()

    assert paper.title not in words(visit(cast.zhou, "lookalikes", post=AGAIN))
    assert paper.title in words(visit(cast.lin, "lookalikes", post=AGAIN))


def test_the_paper_in_hand_is_left_out(road, cast, visit, words):
    paper = road.submitted()

    assert paper.title not in words(visit(cast.lin, "lookalikes", post={**AGAIN, "paper": paper.pk}))


@pytest.mark.parametrize("own", ["", "x", "-1", "９", "9" * 40])
def test_nonsense_about_the_paper_in_hand_does_no_harm(road, cast, visit, own):
    assert visit(cast.lin, "lookalikes", post={**AGAIN, "paper": own}).status_code == 200


def test_a_title_that_has_hardly_begun_is_not_searched(road, cast, visit, words):
    road.registered()

    assert "没有发现" in words(visit(cast.lin, "lookalikes", post={"title": "公交"}))


def test_only_deputies_ask_and_only_by_post(road, cast, visit):
    assert visit(cast.he, "lookalikes", post=AGAIN).status_code == 403
    assert visit(cast.lin, "lookalikes").status_code == 405


def test_asking_too_often_is_refused_until_the_next_minute(road, cast, visit, settings):
    settings.LOOKALIKES_PER_MINUTE = 2
    answers = [visit(cast.lin, "lookalikes", post=AGAIN).status_code for _ in range(3)]

    assert answers == [200, 200, 429]


def test_what_is_shown_is_escaped(road, cast, visit, words):
    evil = "<script>alert(1)</script>"
    road.registered(road.submitted(title=f"关于增设人民路公交站点{evil}的建议", facts=TEXT["facts"] + evil))
    again = road.submitted(facts=TEXT["facts"] + evil)

    for page in (words(visit(cast.zhou, "lookalikes", post=AGAIN)), words(visit(cast.he, "register", again))):
        assert "&lt;script&gt;" in page
        assert evil not in page


@pytest.mark.parametrize("many", [1, 3])
def test_the_cost_of_an_answer_does_not_grow(road, cast, signed_in, django_assert_num_queries, many):
    for _ in range(many):
        road.replied()
    client, address = signed_in(cast.zhou), reverse("suggestions:lookalikes")
    client.post(address, TEXT)

    with django_assert_num_queries(6):
        answer = client.post(address, TEXT)

    assert len(answer.context["lookalikes"]) == many


def test_the_limits_are_rows_an_office_may_edit(road, cast, visit):
    road.registered()
    Threshold.objects.filter(key="alike_title").update(amount=100)
    close = {"title": "关于增设人民路公交站点和座椅的建议"}

    assert len(visit(cast.zhou, "lookalikes", post=close).context["lookalikes"]) == 0
    Threshold.objects.filter(key="alike_title").update(amount=50)
    assert len(visit(cast.zhou, "lookalikes", post=close).context["lookalikes"]) == 1


@pytest.mark.parametrize("page", ["register", "refuse", "send-back"])
def test_the_office_sees_the_copied_passage_side_by_side_before_it_decides(road, cast, visit, words, page):
    earlier = road.registered()
    copied = "人民路沿线三个小区约五千名居民出行不便，最近的公交站在一公里以外"
    facts = f"城区框架拉大。{copied}，城西也是如此。"
    paper = road.submitted(title="关于编制公交线网规划的建议", facts=facts, grounds="", proposals="编制规划。")

    answer = visit(cast.he, page, paper)

    assert [one.row for one in answer.context["lookalikes"]] == [earlier]
    assert words(answer).count(f"<mark>{copied}</mark>") == 2
    assert "相同段落 31 字" in words(answer)


def test_before_handing_in_the_deputy_sees_them_without_scripts_too(road, cast, visit, words):
    earlier = road.registered()
    draft = road.draft(title="关于人民路新增公交站的建议")

    page = words(visit(cast.lin, "preview", draft))

    assert "与以前提出的建议相似" in page
    assert earlier.get_absolute_url() in page


class TestRaisedBefore:
    """The earlier suggestion a deputy names."""

    def test_it_is_kept_and_linked_on_the_case_page(self, road, cast, visit, words):
        earlier, draft = road.registered(), road.draft()
        sent = {**TEXT, "kind": "suggestion", "raised_before": "2026年第001号", "raised_before_as": earlier.pk}

        answer = visit(cast.lin, "edit", draft, post={**sent, "version": draft.version})

        draft = road.fresh(draft)
        assert answer.status_code == 302
        assert draft.raised_before_as == earlier
        assert f'<a href="{earlier.get_absolute_url()}">2026年第001号</a>' in words(visit(cast.lin, "detail", draft))
        assert f"《{earlier.title}》" in words(visit(cast.lin, "edit", draft))

    def test_who_may_not_open_it_reads_the_words_without_a_link(self, road, cast, visit, words):
        earlier = road.registered()
        paper = road.handling(
            road.assigned(road.registered(road.submitted(raised_before="2026年第1号", raised_before_as=earlier)))
        )

        page = words(visit(cast.feng, "detail", paper))

        assert "2026年第1号" in page
        assert earlier.get_absolute_url() not in page

    @pytest.mark.parametrize("value", ["999999", "abc", "-1"])
    def test_nonsense_is_refused_with_a_sentence_and_nothing_is_lost(self, road, cast, visit, words, value):
        draft = road.draft()

        answer = visit(cast.lin, "edit", draft, post={**TEXT, "kind": "suggestion", "raised_before_as": value})

        assert answer.status_code == 422
        assert "已不能查看" in words(answer)
        assert TEXT["facts"] in words(answer)
        assert road.fresh(draft).raised_before_as is None

    def test_a_paper_of_others_that_is_not_open_cannot_be_named(self, road, cast, refused):
        hidden, draft = road.submitted(), road.draft()
        Suggestion.objects.filter(pk=hidden.pk).update(lead=road.seats.zhou)

        reason = refused(save_draft, draft, by=cast.lin, at=road.at(), raised_before_as=hidden, code="input")

        assert "以前提出" in reason

    def test_nothing_is_raised_before_itself(self, road, cast, visit):
        paper = road.draft()

        answer = visit(cast.lin, "edit", paper, post={**TEXT, "kind": "suggestion", "raised_before_as": paper.pk})

        assert answer.status_code == 422


def test_every_paper_that_was_handed_in_has_its_fingerprint(road):
    draft, paper = road.draft(), road.submitted()

    assert list(Fingerprint.objects.of(Suggestion).values_list("subject_id", flat=True)) == [paper.pk]
    road.submitted(draft)
    assert Fingerprint.objects.of(Suggestion).count() == 2
