import threading

import pytest
from django.db import DatabaseError, connection, transaction

from foundation.workdays.clock import now
from foundation.workflow import StaleVersion, lock
from foundation.workflow.presence import SILENT_AFTER, claim, editor_of, release


@pytest.fixture
def paper(paper_model):
    return paper_model.objects.create(title="甲")


def test_the_row_comes_back_as_it_is_now(paper, paper_model):
    paper_model.objects.filter(pk=paper.pk).update(title="乙")
    with transaction.atomic():
        assert lock(paper_model, paper.pk).title == "乙"
        assert lock(paper_model, paper).title == "乙"
        assert lock(paper_model.objects.filter(title="乙").distinct(), paper.pk) == paper


def test_a_row_outside_the_queryset_does_not_exist(paper, paper_model):
    with transaction.atomic(), pytest.raises(paper_model.DoesNotExist):
        lock(paper_model.objects.filter(title="丙"), paper.pk)


def test_a_lock_needs_a_transaction(paper, paper_model, transactional_db):
    with pytest.raises(DatabaseError):
        lock(paper_model, paper.pk)


def test_a_page_of_an_older_version_is_refused(paper, paper_model):
    with transaction.atomic():
        fresh = lock(paper_model, paper.pk, version=1)
        fresh.title = "乙"
        fresh.bump("title")
    paper.refresh_from_db()
    assert (paper.title, paper.version) == ("乙", 2)
    with transaction.atomic(), pytest.raises(StaleVersion):
        lock(paper_model, paper.pk, version="1")


def test_bump_saves_only_what_it_names(paper, paper_model):
    paper.title, paper.state = "乙", "submitted"
    paper.bump("state")
    paper.refresh_from_db()
    assert (paper.title, paper.state, paper.version) == ("甲", "submitted", 2)


@pytest.mark.django_db(transaction=True)
def test_of_two_at_the_same_moment_one_is_told_that_a_colleague_was_faster(paper, paper_model):
    """Two connections: the first holds the row until the second is seen waiting for it."""
    outcomes: dict[str, str] = {}
    holding, waiting_may_end = threading.Event(), threading.Event()

    def act(name: str, *, hold: bool) -> None:
        try:
            with transaction.atomic():
                mine = lock(paper_model, paper.pk, version=1)
                if hold:
                    holding.set()
                    waiting_may_end.wait(10)
                mine.title = name
                mine.bump("title")
            outcomes[name] = "done"
        except StaleVersion as refused:
            outcomes[name] = refused.reason
        finally:
            connection.close()

    first = threading.Thread(target=act, args=("先",), kwargs={"hold": True})
    first.start()
    assert holding.wait(10)
    second = threading.Thread(target=act, args=("后",), kwargs={"hold": False})
    second.start()
    assert _somebody_waits(), "the second connection never waited for the row"
    waiting_may_end.set()
    first.join(10)
    second.join(10)

    assert outcomes == {"先": "done", "后": "同事已先一步办理，页面内容已变化，请刷新后再办。"}
    paper.refresh_from_db()
    assert (paper.title, paper.version) == ("先", 2)


def _somebody_waits() -> bool:
    for _ in range(200):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
            )
            if cursor.fetchone()[0]:
                return True
        threading.Event().wait(0.02)
    return False


def test_a_colleague_is_seen_editing_until_she_stops(cast):
    at = now()
    assert claim(cast.education, by=cast.he, at=at).user == cast.he
    assert editor_of(cast.education, at=at, besides=cast.xu).user == cast.he
    assert editor_of(cast.education, at=at, besides=cast.he) is None
    assert claim(cast.education, by=cast.xu, at=at).user == cast.he
    release(cast.education, by=cast.xu)
    assert editor_of(cast.education, at=at).user == cast.he
    release(cast.education, by=cast.he)
    assert editor_of(cast.education, at=at) is None


def test_a_silent_editor_gives_way_and_a_present_one_can_be_replaced(cast):
    at = now()
    claim(cast.education, by=cast.he, at=at)
    claim(cast.education, by=cast.he, at=at + SILENT_AFTER / 2)
    assert claim(cast.education, by=cast.xu, at=at + SILENT_AFTER).user == cast.he
    later = at + SILENT_AFTER * 2
    assert claim(cast.education, by=cast.xu, at=later).user == cast.xu
    taken = claim(cast.education, by=cast.he, at=later, take_over=True)
    assert (taken.user, taken.since) == (cast.he, later)
