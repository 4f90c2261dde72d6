"""The pages of training: who gets in, what is refused keeps what was typed, one cost at any size."""

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from deputies.models import Activity, Material, TrainingPlan
from tests.deputies.gatherings import AFTER, BEFORE, asked
from tests.deputies.lessons import attended, batch, course, material, plan
from tests.deputies_cast import add_mandate


def page(name, *args):
    return reverse(f"deputies:{name}", args=args)


@pytest.fixture(autouse=True)
def that_day():
    with time_machine.travel(AFTER):
        yield


def test_the_office_makes_a_plan_and_opens_a_batch(cast, register, signed_in):
    he = signed_in(cast.he)
    wrong = he.post(page("make-training-plan"), {"year": "1900", "aims": "提高履职能力"})
    made = he.post(page("make-training-plan"), {"year": "2026", "aims": "提高履职能力"})
    mine = TrainingPlan.objects.get()
    facts = {"name": "履职基础", "form": "own", "audience": "new", "month": "3"}
    he.post(page("add-course", mine.pk), facts)
    days = {"starts_at": "2026-04-02T09:00", "ends_at": "2026-04-02T08:00", "place": "区委党校"}
    late = he.post(page("open-batch", mine.courses.get().pk), days)
    opened = he.post(page("open-batch", mine.courses.get().pk), {**days, "ends_at": "2026-04-02T11:30"})

    assert wrong.status_code == late.status_code == 422
    assert "提高履职能力" in wrong.text
    assert ("晚于开始时间" in late.text, "区委党校" in late.text) == (True, True)
    assert made.url == mine.get_absolute_url()
    activity = Activity.objects.get()
    assert opened.url == activity.get_absolute_url()
    assert "邀请尚未参训的代表" in he.get(opened.url).text
    choose = he.get(page("invite-to-batch", activity.batch.pk)).text
    assert "林晓梅" in choose
    he.post(page("invite-to-batch", activity.batch.pk), {"deputies": [register.lin.deputy.pk]})
    assert "林晓梅" not in he.get(page("invite-to-batch", activity.batch.pk)).text


def test_a_deputy_reads_the_adopted_plan_and_not_the_draft_nor_who_is_missing(cast, register, signed_in):
    draft = plan(cast, adopted=False)
    lin = signed_in(cast.lin)
    assert lin.get(draft.get_absolute_url()).status_code == 404
    assert lin.get(page("training-coverage")).status_code == 403
    assert lin.get(page("staff-studies")).status_code == 403
    assert (
        "培训计划" not in lin.get(page("training")).text.split("<table")[-1]
        or "2026年" not in lin.get(page("training")).text
    )
    assert signed_in(cast.wu).get(page("training")).status_code == 403


def test_the_list_of_gaps_names_them_and_is_exported(cast, register, signed_in):
    attended(cast, batch(cast), register.lin)
    he = signed_in(cast.he)
    everybody = he.get(page("training-coverage")).text
    missing = he.get(page("training-coverage"), {"gap": "gap"}).text
    book = b"".join(he.get(page("training-coverage"), {"gap": "gap", "format": "csv"}).streaming_content).decode()
    assert "覆盖率33.3%" in everybody
    for text in (missing, book):
        assert "周建国" in text
        assert "林晓梅" not in text
    assert he.get(page("training-coverage"), {"year": "不知道"}).status_code == 200


def test_a_material_with_a_false_file_is_refused_and_nothing_is_kept(cast, register, signed_in):
    he = signed_in(cast.he)
    lie = SimpleUploadedFile("课件.pdf", b"MZ\x90\x00", "application/pdf")
    false = he.post(page("issue-material"), {"title": "代表法解读", "summary": "十讲", "files": lie})
    assert (false.status_code, Material.objects.count()) == (422, 0)
    assert "代表法解读" in false.text
    he.post(page("issue-material"), {"title": "代表法解读", "summary": "十讲"})
    mine, lin = Material.objects.get(), signed_in(cast.lin)
    assert "待学习" in lin.get(page("materials")).text
    assert lin.post(page("finish-material", mine.pk)).status_code == 302
    assert lin.post(page("finish-material", mine.pk)).status_code == 409
    shown = he.get(mine.get_absolute_url()).text
    assert ("已学习（1人）" in shown, "尚未学习（2人）" in shown) == (True, True)
    assert "周建国" not in lin.get(mine.get_absolute_url()).text


def test_pages_cost_the_same_at_any_size(cast, register, signed_in):
    held = batch(cast)
    seats = [add_mandate(register, f"代表{n}", register.qingshi) for n in range(3)]
    attended(cast, held, seats[0])
    first = material(cast)
    client = signed_in(cast.he)
    pages = [page("training"), held.course.plan.get_absolute_url(), held.course.get_absolute_url()]
    pages += [page("training-coverage"), page("materials"), first.get_absolute_url()]
    client.get(pages[0])
    one = [cost(client, url) for url in pages]

    attended(cast, batch(cast, held.course), *seats)
    for n in range(2):
        batch(cast, course(cast, name=f"课程{n}"))
        material(cast, title=f"资料{n}")

    assert [cost(client, url) for url in pages] == one
    assert max(one) <= 9


def cost(client, url):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def test_the_page_of_an_activity_that_is_no_batch_says_nothing_of_courses(cast, register, signed_in):
    row = asked(cast, register)["lin"]
    assert "panel-batch" not in signed_in(cast.he).get(row.get_absolute_url()).text
    assert BEFORE < AFTER
