"""What the issue names as bad input: refused with a sentence where it was typed, nothing written, nothing lost."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from foundation.files.models import StoredFile
from suggestions.models import (
    ContactRecord,
    CosignerWord,
    Extension,
    FundPayment,
    FundProject,
    Rating,
    Reply,
    Suggestion,
)
from suggestions.transitions.ask_cosigners import ask_cosigners
from suggestions.transitions.decide_extension import decide_extension
from suggestions.transitions.request_extension import request_extension
from tests.suggestions.funds import accepted, pot, project, sitting
from tests.suggestions.views.test_unit import POINTS
from tests.walk.refusals import forms_left

TYPED = "已经写好的一段文字。"
LONG = "长" * 20_001
GRADES = {"attitude": "satisfied", "result": "dissatisfied", "reason": TYPED}


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [("title", "长" * 121, "120"), ("facts", LONG, "最多20000字，现有20001字"), ("proposals", LONG, "最多20000字")],
)
def test_an_over_long_text_of_a_deputy(cast, register, visit, words, field, text, sentence):
    wanted = {"kind": "suggestion", "title": "关于步道的建议", "facts": TYPED, "grounds": TYPED, "proposals": "修复。"}

    answer = visit(cast.lin, "new", post={**wanted, field: text})

    assert answer.status_code == 422
    assert sentence in answer.context["form"].errors[field][0]
    assert text in words(answer)
    assert TYPED in words(answer)
    assert not Suggestion.objects.exists()


@pytest.mark.parametrize("field", ["body", "points-0-answer", "doc_number", "contact_phone"])
def test_an_over_long_text_of_a_unit(road, cast, visit, words, field):
    part = road.part(road.handling())

    answer = visit(cast.feng, "reply", part, post={**POINTS, "body": TYPED, field: LONG, "version": part.version})

    assert answer.status_code == 422
    assert LONG in words(answer)
    assert not Reply.objects.exists()


@pytest.mark.parametrize(
    ("who", "page", "stop", "field", "most"),
    [
        ("lin", "withdraw", "submitted", "reason", 500),
        ("he", "send-back", "submitted", "reason", 20_000),
        ("lin", "rate", "replied", "reason", 20_000),
    ],
)
def test_an_over_long_reason(road, cast, visit, words, who, page, stop, field, most):
    paper = getattr(road, stop)()
    text = "由" * (most + 1)

    answer = visit(getattr(cast, who), page, paper, post={**GRADES, field: text, "version": paper.version})

    assert answer.status_code == 422
    assert f"最多{most}字" in answer.context["form"].errors[field][0]
    assert text in words(answer)
    assert road.fresh(paper).state == paper.state


@pytest.mark.parametrize("day", ["2026-03-01", "2025-12-31", "二月三十日", "2026-02-30"])
def test_a_promised_date_in_the_past_or_of_no_calendar(road, cast, visit, words, day):
    part = road.part(road.handling())
    promise = {"body": TYPED, "commitment_text": "建成候车亭。", "commitment_due": day, "version": part.version}

    answer = visit(cast.feng, "reply", part, post={**POINTS, **promise})

    assert answer.status_code == 422
    assert answer.context["form"].errors["commitment_due"]
    assert TYPED in words(answer)
    assert "建成候车亭。" in words(answer)
    assert not Reply.objects.exists()


@pytest.mark.parametrize("amount", ["3000000.01", "三百万", "-1", "0", "9" * 40, "1e400"])
def test_an_amount_over_the_pot_or_of_no_money(road, cast, visit, words, amount):
    fund, paper = pot(road), road.assigned()
    facts = {"fund": fund.pk, "name": TYPED, "place": "人民路", "carrier": cast.township.pk}

    answer = visit(
        cast.he,
        "choose-project",
        paper,
        post={**facts, "meeting": sitting(road).pk, "amount": amount, "version": paper.version},
    )

    assert answer.status_code == 422
    assert answer.context["form"].errors["amount"]
    assert TYPED in words(answer)
    assert not FundProject.objects.exists()
    assert road.fresh(fund).allotted == 0


def test_a_payment_over_the_approved_amount(road, cast, visit, words):
    row = accepted(road, project(road, pot(road), amount=Decimal(100_000)))
    facts = {"amount": "100000.01", "paid_on": "2026-03-02", "voucher": "凭证甲一", "payee": "镇政府"}

    answer = visit(cast.he, "pay-project", row, post={**facts, "version": row.version})

    assert answer.status_code == 422
    assert "最多可拨100,000.00元" in answer.context["form"].errors["amount"][0]
    assert "凭证甲一" in words(answer)
    assert not FundPayment.objects.exists()


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("签到表.png", b"MZ\x90\x00" * 20, "image/png"),
        ("签到表.pdf", b"<html><script>alert(1)</script></html>", "application/pdf"),
        ("签到表.jpg", b"%PDF-1.7 not a picture", "image/jpeg"),
        ("签到表.docx", b"PK\x03\x04 not a document", "application/msword"),
        ("签到表.png", b"", "image/png"),
    ],
)
def test_an_upload_that_lies_about_its_type(road, cast, visit, words, name, content, kind):
    part = road.part(road.handling())
    talk = {**road.talk(), "content": TYPED, "held_on": "2026-03-02", "version": part.version}

    answer = visit(cast.feng, "contact", part, post={**talk, "files": [SimpleUploadedFile(name, content, kind)]})

    assert answer.status_code == 422
    assert answer.context["form"].errors["files"]
    assert TYPED in words(answer)
    assert not ContactRecord.objects.exists()
    assert not StoredFile.objects.exists()


def told(answer) -> str:
    """The one sentence in the place of the form."""
    assert not forms_left(answer)
    return answer.context["verdict"].reason


def test_a_second_extension(road, cast, visit, words):
    part = road.part(road.handling())
    asked = request_extension(part, by=cast.feng, at=road.at(), reason="协商用地。", until=date(2026, 7, 1))
    decide_extension(asked, by=cast.he, at=road.at(), accept=True)
    part = road.fresh(part)

    answer = visit(cast.feng, "extend", part, post={"until": "2026-08-01", "reason": TYPED, "version": part.version})

    assert answer.status_code == 409
    assert told(answer) == (
        "每个承办单位只能申请延期一次。现在的期限是2026年7月1日，请在期限内答复；确有困难的，请与代表工作机构联系。"
    )
    assert TYPED in words(answer)
    assert "2026-08-01" in words(answer)
    assert Extension.objects.count() == 1


def test_a_second_extension_while_the_first_is_being_decided(road, cast, visit, words):
    part = road.part(road.handling())
    request_extension(part, by=cast.feng, at=road.at(), reason="协商用地。", until=date(2026, 7, 1))

    answer = visit(cast.feng, "extend", part, post={"until": "2026-08-01", "reason": TYPED, "version": part.version})

    assert answer.status_code == 409
    assert told(answer) == "每个承办单位只能申请延期一次。2026年3月2日提出的申请正在等待决定，不必重复提出。"
    assert TYPED in words(answer)
    assert Extension.objects.get().accepted is None


@pytest.mark.parametrize("until", ["2026-06-01", "2026-09-03"])
def test_an_extension_no_later_than_now_or_beyond_six_months(road, cast, visit, words, until):
    part = road.part(road.handling())

    answer = visit(cast.feng, "extend", part, post={"until": until, "reason": TYPED, "version": part.version})

    assert answer.status_code == 422
    assert answer.context["form"].errors["until"][0].endswith("。")
    assert TYPED in words(answer)
    assert not Extension.objects.exists()


@pytest.mark.parametrize(
    ("result", "then"),
    [("dissatisfied", "收到重新办理的答复后，请再次评价"), ("satisfied", "还有意见的，请与代表工作机构联系")],
)
def test_rating_twice(road, cast, visit, words, result, then):
    paper, first = road.replied(), {**GRADES, "result": result, "reason": "站点没有建。"}
    visit(cast.lin, "rate", paper, post={**first, "version": paper.version})

    answer = visit(cast.lin, "rate", paper, post={**GRADES, "version": paper.version})

    given = {"dissatisfied": "不满意", "satisfied": "满意"}[result]
    assert answer.status_code == 409
    assert told(answer) == (f"您已于2026年3月2日作出评价：办理态度满意、办理结果{given}。每次答复只评价一次，{then}。")
    assert TYPED in words(answer)
    assert [row.reason for row in Rating.objects.all()] == ["站点没有建。"]


@pytest.mark.parametrize(("who", "status"), [("zhou", 403), ("he", 403), ("feng", 403), ("wu", 404)])
def test_rating_what_is_somebody_elses(road, cast, visit, words, who, status):
    paper = road.replied()

    answer = visit(getattr(cast, who), "rate", paper, post={**GRADES, "version": paper.version})

    assert answer.status_code == status
    if status == 403:
        assert told(answer) == "只有领衔代表本人可以评价。您有意见的，可以向领衔代表或者代表工作机构提出。"
        assert TYPED in words(answer)
    assert not Rating.objects.exists()
    assert road.fresh(paper).state == "replied"


@pytest.mark.parametrize(("who", "status"), [("lin", 403), ("deng", 404), ("he", 404), ("feng", 404)])
def test_giving_the_word_of_another_co_signer(road, cast, visit, who, status):
    word = ask_cosigners(road.on(road.joint(), "replied"), by=cast.lin, at=road.at())[0]

    answer = visit(getattr(cast, who), "give-word", word, post={"attitude": "satisfied", "result": "satisfied"})

    assert answer.status_code == status
    assert CosignerWord.objects.get().is_open
