"""The ledger of promises, and the pages behind it."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from foundation.files.models import StoredFile
from foundation.files.store import files_of
from suggestions.models import Commitment, CommitmentProgress, CommitmentStatement, ProgressColour
from suggestions.states import CommitmentState
from suggestions.transitions.carry_over import carry_over
from suggestions.transitions.confirm_fulfilment import confirm_fulfilment
from suggestions.transitions.fulfil import fulfil
from suggestions.transitions.look_back import open_look_back
from suggestions.transitions.record_progress import record_progress
from suggestions.transitions.statements import open_statements
from tests.suggestions.views.scans import scan


def promise_of(road, **wording):
    paper = road.replied(
        road.signed(
            road.drafted(
                road.contacted(road.handling(road.assigned(road.registered(road.submitted(**wording))))),
                **road.promise(),
            )
        )
    )
    return paper.commitments.get()


def report(road, cast, promise, code="blue", **words):
    colour = ProgressColour.objects.get(code=code)
    return record_progress(promise, by=cast.feng, at=road.at(), colour=colour, text="已完成选址。", **words)


def cost(client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def test_the_ledger_says_what_was_promised_by_whom_and_how_it_stands(road, cast, visit, words):
    report(road, cast, promise_of(road), "red", obstacle="管线未迁。")

    page = words(visit(cast.he, "ledger"))

    for text in ("年底前建成候车亭。", "区交通局", "2026年12月31日", "红色", "跟踪中"):
        assert text in page


def test_the_ledger_costs_the_same_for_one_promise_and_for_three(road, cast, signed_in):
    report(road, cast, promise_of(road))
    client = signed_in(cast.he)
    one = cost(client, "/suggestions/commitments/")
    for _ in range(2):
        report(road, cast, promise_of(road))

    assert cost(client, "/suggestions/commitments/") == one == 7


def test_the_page_of_a_promise_costs_the_same_however_long_it_is_followed(road, cast, signed_in):
    promise = promise_of(road)
    report(road, cast, promise)
    client, url = signed_in(cast.he), promise.get_absolute_url()
    one = cost(client, url)
    for _ in range(2):
        report(road, cast, promise)

    assert cost(client, url) == one


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"colour": "red"}, 1),
        ({"colour": "blue"}, 0),
        ({"stands": "overdue"}, 0),
        ({"stands": "none"}, 1),
        ({"stands": "carried"}, 1),
        ({"stands": "upgraded"}, 0),
        ({"made": "2026"}, 2),
        ({"made": "2025"}, 0),
        ({"q": "候车亭"}, 2),
        ({"q": "地铁"}, 1),
        ({"state": "open"}, 2),
        ({"made": "no-year"}, 0),
    ],
)
def test_the_ledger_is_narrowed(road, cast, signed_in, query, found):
    report(road, cast, promise_of(road, title="关于地铁接驳的建议"), "red", obstacle="管线未迁。")
    carry_over(promise_of(road), at=road.at())

    page = signed_in(cast.he).get("/suggestions/commitments/", query)

    assert page.context["page"].total == found


def test_an_overdue_promise_is_red_before_anything_else(road, cast, visit, words):
    promise = promise_of(road)
    report(road, cast, promise)
    promise.due_on = road.day - timedelta(days=1)
    promise.save(update_fields=["due_on"])

    assert "已逾期" in words(visit(cast.he, "ledger"))
    assert "已逾期" in words(visit(cast.he, "promise", promise))


def test_the_ledger_leaves_as_a_workbook(road, cast, signed_in):
    report(road, cast, promise_of(road))

    answer = signed_in(cast.he).get("/suggestions/commitments/", {"format": "csv"})
    text = b"".join(answer.streaming_content).decode()

    assert "编号,建议,承诺单位,承诺事项,承诺期限,颜色,状态,类别,领衔代表" in text
    assert "年底前建成候车亭。" in text
    assert "已完成选址。" in text


def test_a_report_comes_with_evidence(road, cast, visit, words):
    promise = promise_of(road)
    blue = ProgressColour.objects.get(code="blue")
    post = {"colour": blue.pk, "text": "已浇筑基础。", "obstacle": "", "files": scan("现场.png")}

    answer = visit(cast.feng, "record-progress", promise, post=post)

    assert answer.url == promise.get_absolute_url()
    assert files_of(CommitmentProgress.objects.get()).get().name == "现场.png"
    assert "现场.png" in words(visit(cast.lin, "promise", promise))
    assert visit(cast.lin, "detail", promise.suggestion).status_code == 200


def test_a_file_that_lies_about_its_type_loses_nothing_of_the_text(road, cast, visit, words):
    promise, blue = promise_of(road), ProgressColour.objects.get(code="blue")
    lie = SimpleUploadedFile("现场.png", b"MZ\x90\x00 this is a program", "image/png")
    kept = StoredFile.objects.count()

    answer = visit(
        cast.feng, "record-progress", promise, post={"colour": blue.pk, "text": "已浇筑基础。", "files": lie}
    )

    assert answer.status_code == 422
    assert "已浇筑基础。" in words(answer)
    assert not CommitmentProgress.objects.exists()
    assert StoredFile.objects.count() == kept


def test_what_is_missing_is_told_at_the_field(road, cast, visit, words):
    promise, red = promise_of(road), ProgressColour.objects.get(code="red")

    answer = visit(cast.feng, "record-progress", promise, post={"colour": red.pk, "text": "资金未到位。"})

    assert answer.status_code == 422
    assert "请写明困难和需要协调的事项" in words(answer)
    assert "资金未到位。" in words(answer)
    assert "绿色" not in [str(choice) for choice in answer.context["form"].fields["colour"].queryset]


def test_a_promise_for_yesterday_is_told_where_it_is_written(road, cast, visit, words):
    part = road.part(road.handling())
    points = {
        "points-TOTAL_FORMS": "1",
        "points-INITIAL_FORMS": "0",
        "points-0-point": "增设",
        "points-0-answer": "列入。",
    }

    answer = visit(
        cast.feng,
        "reply",
        part,
        post={**points, "body": "正文。", "commitment_due": "2026-03-01", "version": part.version},
    )

    assert answer.status_code == 422
    assert "承诺完成日期不能早于今天" in words(answer)
    assert "正文。" in words(answer)


def test_the_deputy_rates_a_kept_promise_again(road, cast, visit, words):
    promise = fulfil(promise_of(road), by=cast.feng, at=road.at(), evidence="已建成。")
    confirm_fulfilment(promise, by=cast.he, at=road.at(), fulfilled=True)

    assert "对兑现再次评价" in words(visit(cast.lin, "detail", promise.suggestion))
    bad = visit(cast.lin, "rate-promise", promise, post={"attitude": "satisfied", "result": "dissatisfied"})
    done = visit(cast.lin, "rate-promise", promise, post={"attitude": "satisfied", "result": "satisfied"})

    assert (bad.status_code, done.status_code) == (422, 302)
    assert road.fresh(promise).state == CommitmentState.FULFILLED
    assert "B→A" in words(visit(cast.he, "promise", promise))


def test_a_statement_is_written_promise_by_promise(road, cast, visit, words):
    report(road, cast, promise_of(road))
    open_statements(at=road.at())
    statement = CommitmentStatement.objects.get()
    field = f"promise-{Commitment.objects.get().pk}"

    assert "已完成选址。" in words(visit(cast.feng, "send-statement", statement))
    assert visit(cast.feng, "send-statement", statement, post={field: " "}).status_code == 422
    assert visit(cast.lin, "statement", statement).status_code == 404
    visit(cast.feng, "send-statement", statement, post={field: "十一月完工。"})

    assert "十一月完工。" in words(visit(cast.lin, "statement", statement))
    assert visit(cast.lin, "receive-statement", statement, post={"reply": "知悉。"}).status_code == 302
    assert "代表已签收" in words(visit(cast.he, "statements"))


def test_a_look_back_shows_the_office_all_and_a_unit_its_own(road, cast, visit, words, signed_in):
    promise_of(road)
    facts = {"year": "2026", "class_code": "B", "due_on": "2026-03-20"}
    assert visit(cast.he, "open-look-back", post={**facts, "due_on": "2026-03-01"}).status_code == 422
    made = visit(cast.he, "open-look-back", post=facts)
    again = visit(cast.he, "open-look-back", post=facts)

    assert again.status_code == 422
    assert "正在进行" in words(again)
    assert "未填报" in words(signed_in(cast.he).get(made.url))
    assert "待本单位填报" in words(signed_in(cast.feng).get(made.url))
    assert signed_in(cast.wu).get(made.url).status_code == 404


def test_a_look_back_costs_the_same_for_one_reply_and_for_three(road, cast, signed_in):
    promise_of(road)
    client, facts = signed_in(cast.he), {"by": cast.he, "class_code": "B", "due_on": date(2026, 4, 1), "year": 2026}
    one = open_look_back(at=road.at(), **facts)
    first = cost(client, one.get_absolute_url())
    one.closed_at = road.at()
    one.save(update_fields=["closed_at"])
    for _ in range(2):
        promise_of(road)

    three = open_look_back(at=road.at(), **facts)

    assert three.items.count() == 3
    assert cost(client, three.get_absolute_url()) == first
