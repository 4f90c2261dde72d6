"""Excellent suggestions on the list of a case session: chosen once, by the office, out of those with an award."""

import pytest

from deputies.transitions.open_batch import open_batch
from foundation.workflow import Refused
from suggestions.models import Appraisal, AppraisalScheme, Award, CaseStudy
from suggestions.transitions.choose_case import choose_case
from tests.deputies.gatherings import ENDS, STARTS
from tests.deputies.lessons import course

LESSON = {"lesson": "选题来自走访。"}


@pytest.fixture
def session(cast, register):
    facts = {"starts_at": STARTS, "ends_at": ENDS, "place": "区委党校", "by": cast.he, "at": STARTS}
    course(cast)
    return open_batch(course(cast, name="案例", form="cases"), **facts).activity


def awarded(road):
    """A suggestion that a meeting has chosen."""
    paper = road.registered()
    scheme = AppraisalScheme.objects.filter(kind="suggestion").first()
    facts = {"year": 2026, "scheme": scheme, "counted_on": road.day, "scored_at": road.at()}
    appraisal = Appraisal.objects.create(kind="suggestion", **facts)
    Award.objects.create(appraisal=appraisal, suggestion=paper, place=1)
    return paper


def test_an_excellent_suggestion_is_chosen_once_and_shown(road, cast, session, signed_in):
    paper = awarded(road)
    study = choose_case(session, suggestion=paper, by=cast.he, at=STARTS, **LESSON)
    assert CaseStudy.objects.get() == study
    page = signed_in(cast.he).get(session.get_absolute_url()).text
    assert ("选题来自走访。" in page, paper.title in page) == (True, True)
    with pytest.raises(Refused, match="已经选入"):
        choose_case(session, suggestion=paper, by=cast.he, at=STARTS, **LESSON)


def test_what_has_no_award_no_words_or_no_right_is_refused(road, cast, session):
    paper = awarded(road)
    with pytest.raises(Refused, match="交流要点") as refusal:
        choose_case(session, suggestion=paper, lesson=" ", by=cast.he, at=STARTS)
    assert refusal.value.field == "lesson"
    with pytest.raises(Refused, match="联络工作机构"):
        choose_case(session, suggestion=paper, by=cast.lin, at=STARTS, **LESSON)
    plain = road.registered()
    with pytest.raises(Refused, match="评为优秀"):
        choose_case(session, suggestion=plain, by=cast.he, at=STARTS, **LESSON)
