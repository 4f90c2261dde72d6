"""More clocks than a request should look at: the worker looks, the page follows, what was seen is what is applied."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone
from kombu.exceptions import OperationalError

from foundation import deadlines
from foundation.deadlines import background, recomputing, tasks
from foundation.deadlines.models import Deadline, TimeLimit
from foundation.notices.models import Notice

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kinds", "small")]
PAGE, PROGRESS = reverse("deadlines:recompute"), reverse("deadlines:recompute_progress")


@pytest.fixture
def small(monkeypatch):
    """One clock is one too many for a request."""
    monkeypatch.setattr(background, "AT_ONCE", 0)


@pytest.fixture
def queue(monkeypatch) -> list:
    """What was handed to the worker."""
    jobs: list = []
    for name in ("look", "move"):
        task = getattr(tasks, name)
        monkeypatch.setattr(task, "delay", lambda *arguments, task=task: jobs.append((task, arguments)))
    return jobs


def run(queue: list) -> None:
    task, arguments = queue.pop(0)
    task(*arguments)


@pytest.fixture
def clock(unit) -> Deadline:
    """Ends a month earlier under the rule of today than under that of its start."""
    at = timezone.make_aware(datetime(2026, 10, 5, 10))
    clock = deadlines.start("reply", unit, on=date(2026, 10, 5), organisation=unit, by=None, at=at)
    TimeLimit.objects.filter(key="reply").update(amount=2)
    return clock


def test_looked_at_and_moved_by_the_worker(cast, clock, signed_in, queue):
    client = signed_in(cast.gao)
    assert "在办期限共 1 个" in client.get(PAGE).content.decode()

    client.post(PAGE)
    assert "正在核对在办期限" in client.get(PAGE).content.decode()
    assert "HX-Refresh" not in client.get(PROGRESS).headers
    run(queue)
    assert client.get(PROGRESS).headers["HX-Refresh"] == "true"

    page = client.get(PAGE).content.decode()
    assert "2027年1月5日" in page
    assert "2026年12月7日" in page
    clock.refresh_from_db()
    assert clock.due_on == date(2027, 1, 5)

    client.post(PAGE, {"mark": background.current().mark})
    assert "正在变更届满日" in client.get(PAGE).content.decode()
    run(queue)
    clock.refresh_from_db()
    assert clock.due_on == date(2026, 12, 7)
    assert Notice.objects.filter(kind=recomputing.KIND).count() == 1
    assert "已重新计算，1 个届满日有变化，责任人已收到告知" in client.get(PAGE).content.decode()


def test_what_has_changed_since_is_not_applied(cast, clock, signed_in, queue):
    client = signed_in(cast.gao)
    client.post(PAGE)
    run(queue)
    seen = background.current().mark
    TimeLimit.objects.filter(key="reply").update(amount=1)

    client.post(PAGE, {"mark": seen})
    run(queue)

    assert "请重新预览" in client.get(PAGE).content.decode()
    clock.refresh_from_db()
    assert clock.due_on == date(2027, 1, 5)


def test_a_second_press_does_not_start_a_second_job(cast, clock, signed_in, queue):
    for _ in range(2):
        answer = signed_in(cast.gao).post(PAGE, follow=True)
    assert len(queue) == 1
    assert "请等待完成" in answer.content.decode()


def test_a_job_that_fell_silent_may_be_started_again(cast, clock, signed_in, queue):
    client = signed_in(cast.gao)
    client.post(PAGE)
    with time_machine.travel(timezone.now() + background.LOST_AFTER + timedelta(seconds=1)):
        assert "重新核对" in client.get(PAGE).content.decode()
        client.post(PAGE)
    assert len(queue) == 2


def test_without_a_worker_the_page_says_so(cast, clock, signed_in, monkeypatch):
    def away() -> None:
        raise OperationalError("no broker")

    monkeypatch.setattr(tasks.look, "delay", away)
    page = signed_in(cast.gao).post(PAGE, follow=True).content.decode()
    assert "后台任务没有运行" in page
    assert "开始核对" in page


def test_a_fault_is_told_and_changes_nothing(cast, clock, signed_in, queue, monkeypatch):
    client = signed_in(cast.gao)
    client.post(PAGE)

    def breaks(**_facts: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(recomputing, "plan", breaks)
    with pytest.raises(ZeroDivisionError):
        run(queue)
    assert "后台计算没有完成，期限没有改动" in client.get(PAGE).content.decode()


def test_few_clocks_are_looked_at_within_the_request(cast, clock, signed_in, queue, monkeypatch):
    monkeypatch.setattr(background, "AT_ONCE", 1)
    page = signed_in(cast.gao).get(PAGE).content.decode()
    assert "2026年12月7日" in page
    assert "开始核对" not in page
    assert queue == []


@pytest.mark.parametrize("name", ["lin", "he", "wu", "stranger"])
def test_the_progress_is_for_keepers_only(cast, signed_in, name):
    assert signed_in(getattr(cast, name)).get(PROGRESS).status_code == 403
