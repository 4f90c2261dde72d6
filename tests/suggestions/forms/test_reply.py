"""Whether a reply may be published is the unit's own choice."""

import pytest

from suggestions.forms.reply import ReplyForm
from suggestions.transitions.draft_reply import draft_reply

pytestmark = pytest.mark.django_db


@pytest.fixture
def form_of(road, cast):
    """The form of Feng for the reply of this part, as a page or with what was sent."""

    def make(part, sent=None):
        who = {"suggestion": part.suggestion, "draft": part.current_reply(), "user": cast.feng, "on": road.day}
        rows = {"points-TOTAL_FORMS": "0", "points-INITIAL_FORMS": "0"}
        return ReplyForm(**who) if sent is None else ReplyForm({**rows, **sent}, **who)

    return make


def chosen(form):
    return [radio.choice_label for radio in form["publish"] if "checked" in str(radio)]


def test_nothing_is_preset(road, form_of):
    assert chosen(form_of(road.part(road.contacted()))) == []


@pytest.mark.parametrize(
    ("sent", "kept", "label"),
    [({}, None, []), ({"publish": "True"}, True, ["可以公开"]), ({"publish": "False"}, False, ["不宜公开"])],
)
def test_a_draft_keeps_the_choice_or_leaves_it_open(road, cast, form_of, sent, kept, label):
    part = road.part(road.contacted())
    form = form_of(part, sent)
    assert form.is_valid()

    reply = draft_reply(part, by=cast.feng, at=road.at(), **form.content())

    assert reply.publish is kept
    assert chosen(form_of(road.part(part.suggestion))) == label
    assert ("答复是否公开" in reply.missing(road.day)) is (kept is None)
