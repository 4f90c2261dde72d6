"""The road of one report: sent to the deputy, his words, checked, confirmed and frozen, corrected later."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.db import DatabaseError, transaction
from docx import Document as Word

from congress_portal.reports.deputies.transitions.check import check, send_back
from congress_portal.reports.deputies.transitions.confirm import confirm, correct, count_again
from congress_portal.reports.deputies.transitions.words import CLOCK, open_words, write_words
from congress_portal.reports.filing import current_files
from congress_portal.reports.models import AnnualReport, DeputyReport
from congress_portal.reports.transitions.ask import ask_again
from congress_portal.reports.transitions.build import build
from congress_portal.reports.transitions.confirm import confirm as confirm_run
from foundation import deadlines
from foundation.deadlines.reminding import remind_due
from foundation.files.storage import path_of
from foundation.notices.models import Notice
from foundation.workflow import StaleVersion
from tests.congress_portal.reports.conftest import DAY
from tests.congress_portal.reports.deputies.conftest import WORDS
from tests.deputies.duty import line

pytestmark = pytest.mark.django_db
LATER = DAY + timedelta(days=40)


def heard(kind: str) -> set[str]:
    return set(Notice.objects.filter(kind=f"reports.{kind}").values_list("recipient__username", flat=True))


def text_of(report: DeputyReport) -> str:
    file = BytesIO(path_of(report.files["docx"]).read_bytes())
    return "\n".join(paragraph.text for paragraph in Word(file).paragraphs)


def test_sent_to_everybody_with_one_clock(cast, year, refused):
    run = year.built()
    refused(open_words, run.pk, by=cast.zhao, at=DAY, code="role")
    open_words(run.pk, by=cast.he, at=DAY)
    clock = deadlines.clock_of(CLOCK, run)

    assert {row.words_until for row in run.own_reports()} == {clock.due_on}
    assert run.own_reports().by_state() == {"open": 3}
    assert heard("words_opened") == {"lin", "zhou", "deng"}
    refused(open_words, run.pk, by=cast.he, at=DAY, code="state")


def test_who_has_not_handed_in_is_reminded(cast, year):
    year.written()
    remind_due(deadlines.clock_of(CLOCK, run_of(year)).due_on)
    reminded = set(Notice.objects.filter(kind="deadlines.reminder").values_list("recipient__username", flat=True))

    assert {"zhou", "deng"} <= reminded
    assert "lin" not in reminded


def run_of(year) -> AnnualReport:
    return AnnualReport.objects.get(kind="deputies")


def test_his_own_words_stand_in_the_files(cast, year, refused):
    report = year.opened()
    assert "待代表本人补充" in text_of(report)
    refused(write_words, report.pk, by=cast.zhou, at=DAY, code="role", **WORDS)
    refused(write_words, report.pk, by=cast.he, at=DAY, code="role", **WORDS)
    draft = write_words(report.pk, by=cast.lin, at=DAY, done=False, summary="先写一句。")
    assert (draft.state, draft.summary) == ("open", "先写一句。")
    with pytest.raises(StaleVersion):
        write_words(report.pk, by=cast.lin, at=DAY, version=report.version, **WORDS)
    write_words(report.pk, by=cast.lin, at=DAY, **WORDS)

    assert all(words in text_of(year.own()) for words in WORDS.values())
    assert heard("words_written") == {"deng"}
    refused(write_words, report.pk, by=cast.lin, at=DAY, code="state", **WORDS)


def test_whoever_has_no_account_hands_in_on_paper(cast, year):
    year.register.zhou.deputy.user = None
    year.register.zhou.deputy.save()
    year.opened()
    report = write_words(year.own("zhou").pk, by=cast.he, at=DAY, **WORDS)

    assert check(report.pk, by=cast.he, at=DAY).state == "checked"


def test_checked_by_who_knows_the_deputy(cast, year, refused):
    report = year.written()
    for who in ("lin", "zhou", "zhao", "fang"):
        refused(check, report.pk, by=getattr(cast, who), at=DAY, code="role")
    assert check(report.pk, by=cast.wei, at=DAY, note_text="属实。").state == "checked"
    refused(check, report.pk, by=cast.deng, at=DAY, code="state")


def test_not_before_the_deputy_has_spoken_or_his_time_is_over(cast, year, refused):
    report = year.opened()
    refusal = refused(check, report.pk, by=cast.deng, at=DAY, code="date")
    assert "期满后可以核对" in refusal.reason

    assert check(report.pk, by=cast.deng, at=LATER).state == "checked"
    assert "代表本人未作补充" in text_of(year.own())


def test_sent_back_with_a_reason_and_written_anew(cast, year, refused):
    report = year.checked()
    refused(send_back, report.pk, by=cast.he, at=DAY, reason=" ", code="input")
    send_back(report.pk, by=cast.he, at=DAY, reason="请写明走访的村。")

    assert heard("words_sent_back") == {"lin"}
    again = write_words(report.pk, by=cast.lin, at=DAY, **{**WORDS, "summary": "走访青石村二十户。"})
    assert (again.state, again.checked_by) == ("written", None)


def test_confirmed_by_another_hand_and_frozen(cast, year, refused):
    report = check(year.written().pk, by=cast.he, at=DAY)
    refused(confirm, report.pk, by=cast.he, at=DAY, code="role")
    refused(confirm, report.pk, by=cast.deng, at=DAY, code="role")
    report = confirm(report.pk, by=cast.xu, at=DAY)

    assert report.digest == report.expected_digest()
    assert {file.name for file in current_files(report)} == {f"{report}.docx", f"{report}.pdf"}
    assert heard("own_confirmed") == {"lin"}
    for change in (
        lambda: DeputyReport.objects.filter(pk=report.pk).update(summary="改动"),
        lambda: DeputyReport.objects.filter(pk=report.pk).delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_the_hash_covers_content_words_and_files(year):
    report = year.confirmed()
    for change in (
        lambda: report.content["basics"][0].__setitem__(1, "改"),
        lambda: setattr(report, "plan", "改"),
        lambda: report.files.update(pdf="0" * 64),
    ):
        change()
        assert report.digest != report.expected_digest()
        report.refresh_from_db()
        assert report.digest == report.expected_digest()


def test_a_correction_is_the_next_edition(cast, year, refused):
    first = year.confirmed()
    line(year.register.lin, "training", title="补记的培训")
    refused(correct, first.pk, by=cast.he, at=DAY, reason="", code="input")
    refused(correct, first.pk, by=cast.lin, at=DAY, reason="漏记。", code="role")
    second = correct(first.pk, by=cast.he, at=DAY, reason="漏记一次培训。")

    assert (second.edition, second.state, second.summary) == (2, "open", WORDS["summary"])
    assert (second.figures["training"], DeputyReport.objects.get(pk=first.pk).figures["training"]) == (1, 0)
    assert heard("own_corrected") == {"lin"}
    refused(correct, first.pk, by=cast.he, at=DAY, reason="再来。", code="state")


def test_a_new_count_leaves_checked_reports_alone(cast, year):
    year.checked()
    run = run_of(year)
    line(year.register.lin, "training")
    line(year.register.zhou, "training")
    ask_again(run.pk, by=cast.he, at=LATER)
    build(run.pk, clock=lambda: LATER)

    assert (year.own().figures["training"], year.own("zhou").figures["training"]) == (0, 1)
    assert year.own("zhou").state == "open"


def test_one_report_counted_again_by_hand(cast, year, refused):
    report = year.opened()
    line(year.register.lin, "training")
    refused(count_again, report.pk, by=cast.lin, at=DAY, code="role")

    assert count_again(report.pk, by=cast.he, at=DAY).figures["training"] == 1


def test_the_summary_is_confirmed_last(cast, year, refused):
    year.confirmed()
    run = run_of(year)
    assert "2份" in refused(confirm_run, run.pk, by=cast.xu, at=LATER, code="state").reason
    for name in ("zhou", "deng"):
        check(year.own(name).pk, by=cast.he, at=LATER)
        confirm(year.own(name).pk, by=cast.xu, at=LATER)
    assert "重新生成汇总" in refused(confirm_run, run.pk, by=cast.xu, at=LATER, code="state").reason
    ask_again(run.pk, by=cast.he, at=LATER)
    build(run.pk, clock=lambda: LATER)

    assert confirm_run(run.pk, by=cast.xu, at=LATER).sheets[0].cell("confirmed", "count").value == 3
    assert deadlines.clock_of(CLOCK, run) is None
