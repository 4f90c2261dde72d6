"""Finding the papers that resemble a text: for whom, how many, and at which cost."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection, models
from django.test.utils import isolate_apps

from foundation.search import lookalikes
from foundation.search.likeness.compare import Limits
from foundation.search.lookalikes import Source, Told
from foundation.search.models import Fingerprint, Resembling

TITLE = "关于在柳河路增设公交站点的建议"
BODY = "柳河路西段居民最远要走一公里半才能坐上车，遇到雨雪天气老人和学生十分不便。请在中段增设一处站点，配建候车亭。"
PASSAGE = BODY[:36]


@pytest.fixture(scope="session")
def note_model() -> type[Resembling]:
    """A model of its own, so that these tests need no room."""
    with isolate_apps("foundation.search"):

        class Note(Resembling):
            title = models.CharField(max_length=200)
            body = models.TextField(default="")
            owner = models.CharField(max_length=20, default="")
            is_draft = models.BooleanField(default=False)
            resembles_by = ("title", "body", "is_draft")

            class Meta:
                app_label = "search"

            def __str__(self) -> str:
                return self.title

            def resemblance(self) -> tuple[str, str] | None:
                return None if self.is_draft else (self.title, self.body)

        return Note


@pytest.fixture
def notes(db, note_model, monkeypatch) -> Iterator[Any]:
    """The only room: its owner sees his notes, and everybody those that have none."""
    ContentType.objects.clear_cache()
    with connection.schema_editor() as editor:
        editor.create_model(note_model)
    monkeypatch.setattr(lookalikes, "_sources", {})

    def rows(user: str) -> models.QuerySet:
        return note_model.objects.filter(owner__in=["", user])

    def tell(found: list[Any], user: str) -> dict[int, Told]:
        return {row.pk: Told(row.title, "", f"/notes/{row.pk}/") for row in found}

    lookalikes.register(note_model, Source("便条", rows, tell))
    yield note_model.objects
    # The type of the model goes with the transaction.
    ContentType.objects.clear_cache()


def found(title: str = "", body: str = "", user: str = "", **kwargs: Any) -> list[str]:
    return [one.row.title for one in lookalikes.find(user, title, body, **kwargs)]


def test_a_reworded_title_is_found_by_the_title_alone(notes):
    notes.create(title=TITLE, body=BODY)
    notes.create(title="关于在青枫路增设公交站点的建议", body="安置小区没有公交车。" * 5)

    assert found("建议柳河路沿线新增公交停靠站") == [TITLE]


def test_a_copied_passage_is_found_and_both_texts_are_cut_there(notes):
    notes.create(title=TITLE, body=BODY)
    longer = f"城区公共交通与新城建设不同步。{PASSAGE}建议编制新一轮线网规划，开行夜间线路。" + "末班车收车太早。" * 20

    (one,) = lookalikes.find("", "关于编制公交线网规划的建议", longer)

    same = "".join(piece.text for piece in one.asked_stretches if piece.same)
    assert same == PASSAGE.rstrip("。")
    assert "".join(piece.text for piece in one.asked_stretches) == longer
    assert "".join(piece.text for piece in one.stretches) == BODY
    assert [reason for reason in one.reasons if "相同段落" in reason]
    assert 0 < one.percent <= 100


def test_whoever_may_not_see_a_paper_does_not_hear_of_it(notes):
    notes.create(title=TITLE, owner="林")

    assert found(TITLE, user="周") == []
    assert found(TITLE, user="林") == [TITLE]


def test_a_draft_is_nobodys_lookalike_until_it_is_handed_in(notes):
    note = notes.create(title=TITLE, is_draft=True)
    before = found(TITLE)
    note.is_draft = False
    note.save(update_fields=["is_draft"])

    assert (before, found(TITLE)) == ([], [TITLE])


def test_the_paper_that_asks_is_not_its_own_lookalike(notes):
    note = notes.create(title=TITLE, body=BODY)

    assert found(TITLE, BODY, apart=note) == []


def test_a_changed_text_is_recognised_by_what_it_says_now(notes, django_assert_num_queries):
    note = notes.create(title=TITLE)
    note.title = "关于延长图书馆开放时间的建议"
    note.save()

    assert (found(TITLE), found(note.title)) == ([], [note.title])
    assert Fingerprint.objects.count() == 1
    note.owner = "林"
    with django_assert_num_queries(1):
        note.save(update_fields=["owner"])


def test_the_most_alike_come_first_and_no_more_than_asked_for(notes):
    for number in range(8):
        notes.create(title=f"关于在柳河路增设公交站点的第{number}个建议", body=BODY[: 30 + number])

    shown = lookalikes.find("", TITLE, BODY, most=3)

    assert [one.percent for one in shown] == sorted((one.percent for one in shown), reverse=True)
    assert len(shown) == 3


def test_the_limits_decide_what_is_shown(notes):
    notes.create(title="关于增设公交站点的建议")

    assert found(TITLE, limits=Limits(title=0.99)) == []
    assert found(TITLE, limits=Limits(title=0.3)) == ["关于增设公交站点的建议"]


@pytest.mark.parametrize("many", [1, 3])
def test_the_cost_does_not_grow_with_what_is_found(notes, django_assert_num_queries, many):
    for _ in range(many):
        notes.create(title=TITLE, body=BODY)
    found(TITLE, BODY)

    with django_assert_num_queries(2):
        assert len(found(TITLE, BODY)) == many


def test_nothing_is_asked_without_words(notes, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert found("……", "，") == []


def test_endless_texts_are_cut(notes):
    notes.create(title=TITLE, body=BODY)

    assert found(TITLE, BODY * 5000) == [TITLE]


def test_what_came_before_the_search_is_made_good_by_the_command(notes, note_model, capsys):
    notes.bulk_create([note_model(title=TITLE), note_model(title="另一件"), note_model(title="草稿", is_draft=True)])
    before = found(TITLE)
    call_command("renew_fingerprints")
    call_command("renew_fingerprints")

    assert (before, found(TITLE)) == ([], [TITLE])
    assert [line[-5:] for line in capsys.readouterr().out.splitlines()] == [" 2 件。", " 0 件。"]


def test_a_model_that_does_not_say_what_it_is_compared_by_is_refused():
    with isolate_apps("foundation.search"):

        class Mute(Resembling):
            class Meta:
                app_label = "search"

            def __str__(self) -> str:
                return ""

    with pytest.raises(TypeError, match="resemblance"):
        Mute().fingerprint()
