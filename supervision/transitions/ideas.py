"""Ideas for topics: put by citizens, deputies, members and committees; looked at one by one, each told what became
of it."""

from datetime import datetime
from typing import Any

from django.db import connection, transaction

from foundation.accounts.models import User
from foundation.accounts.roles import Role
from foundation.intake.models import Consent, ConsentText, Serial
from foundation.vault.lookup import lookup_hash
from foundation.workflow import Refused, lock
from liaison_stations.models import Letter
from suggestions.models import Suggestion
from supervision.models import PlanTopic, PlanYear, Solicitation, TopicIdea
from supervision.notices import solicitations as notices
from supervision.querysets.sources import TOPIC_SOURCES, forget_sources
from supervision.rules import solicitations as rules
from supervision.rules.plan import may_draft_plan
from supervision.states.plan import TopicSource
from supervision.states.solicitation import IDEA_FLOW, IdeaChannel, IdeaSort
from supervision.transitions._beats import day_of, filled, note
from supervision.transitions.plan import place_topic

SERIES = "topic_idea"
NOT_OPEN = "征集已经截止，感谢您的关注。其他事项可以通过代表信箱反映。"


@transaction.atomic
def send_topic_idea(
    call: Solicitation,
    *,
    token: str,
    sort: str,
    title: str,
    text: str,
    name: str = "",
    phone: str = "",
    consents: list[ConsentText] | tuple[()] = (),
    at: datetime,
) -> TopicIdea:
    """A citizen's idea, by the public form; the same `token` is one idea however often it is sent.

    Refused when the call is not open today, for a sort it does not ask for, and without words.
    """
    token_hash = lookup_hash(token, "supervision.idea")
    _alone(token_hash)
    if there := TopicIdea.objects.filter(token_hash=token_hash).first():
        return there
    call = lock(Solicitation, call.pk)
    if not rules.accepts(call, day_of(at)):
        raise Refused(NOT_OPEN, "input")
    idea = _idea(call, sort, title, text, IdeaChannel.PUBLIC, TopicSource.WIDE, None, at)
    idea.name, idea.phone, idea.token_hash = name.strip(), phone.strip(), token_hash
    idea.save()
    Consent.objects.give(idea, list(consents), at=at)
    note("put_topic_idea", idea, f"收到议题建议{idea.number}。", by=None, at=at, visibility="office")
    notices.idea_sent(idea, at=at)
    return idea


@transaction.atomic
def enter_topic_idea(
    pk: Any,
    *,
    sort: str,
    title: str,
    text: str,
    name: str = "",
    phone: str = "",
    by: Any,
    at: datetime,
    version: int | None = None,
) -> TopicIdea:
    """A citizen's idea that came to a call by paper, telephone or visit."""
    call = lock(Solicitation, pk, version=version)
    rules.may_enter_topic_idea(by, call, on=day_of(at)).require()
    idea = _idea(call, sort, title, text, IdeaChannel.PUBLIC, TopicSource.WIDE, by, at)
    idea.name, idea.phone = name.strip(), phone.strip()
    idea.save()
    note("put_topic_idea", idea, f"代为录入议题建议{idea.number}。", by=by, at=at, visibility="office")
    return idea


@transaction.atomic
def put_topic_idea(
    *,
    title: str,
    text: str,
    source: str = "",
    sort: str = IdeaSort.SUPERVISION,
    solicitation: Solicitation | None = None,
    suggestion: Suggestion | None = None,
    letter: Letter | None = None,
    by: Any,
    at: datetime,
) -> TopicIdea:
    """An idea of a deputy, a member of the standing committee, a committee or the office, with or without a call.

    `suggestion` or `letter` is what it comes from; both pages then lead to it and back.
    """
    on = day_of(at)
    rules.may_put_topic_idea(by, on=on).require()
    if suggestion or letter:
        rules.may_put_topic_idea_about(by, suggestion or letter, on=on).require()
    channel, usual = _whose(by, on)
    if suggestion or letter:
        usual = TopicSource.SUGGESTIONS if suggestion else TopicSource.LETTERS
    idea = _idea(solicitation, sort, title, text, channel, source or usual, by, at)
    idea.suggestion, idea.letter = suggestion, letter
    own = sorted(by.organisations(Role.COMMITTEE, on=on))
    idea.committee_id = own[0] if channel == IdeaChannel.COMMITTEE and own else None
    idea.save()
    forget_sources(TOPIC_SOURCES)
    note("put_topic_idea", idea, f"{by.name}提出议题建议{idea.number}。", by=by, at=at, visibility="office")
    notices.idea_put(idea, by=by, at=at)
    return idea


@transaction.atomic
def take_topic_idea(
    pk: Any,
    *,
    topic: PlanTopic,
    answer: str,
    public_title: str = "",
    by: Any,
    at: datetime,
    version: int | None = None,
) -> TopicIdea:
    """Into a topic that stands in a draft plan. Projects of legislation are passed on instead."""
    idea = _opened("take_topic_idea", pk, by, at, version)
    plan = lock(PlanYear, topic.plan_id)
    may_draft_plan(by, plan, on=day_of(at)).require()
    return _taken(idea, topic, answer, public_title, by, at)


@transaction.atomic
def take_as_topic(
    pk: Any,
    *,
    plan: PlanYear,
    answer: str,
    public_title: str = "",
    by: Any,
    at: datetime,
    version: int | None = None,
    **facts: Any,
) -> TopicIdea:
    """A new topic of a draft plan made of the idea; its title, reason and source are the idea's unless given."""
    idea = _opened("take_topic_idea", pk, by, at, version)
    draft = lock(PlanYear, plan.pk)
    may_draft_plan(by, draft, on=day_of(at)).require()
    own = {"title": idea.shown_title or idea.title, "reason": idea.text, "source": idea.source}
    topic = place_topic(draft, {**own, **facts})
    draft.bump()
    return _taken(idea, topic, answer, public_title, by, at)


@transaction.atomic
def decline_topic_idea(
    pk: Any, *, answer: str, public_title: str = "", by: Any, at: datetime, version: int | None = None
) -> TopicIdea:
    """Not into the plan; the reason is told, and published with the outcome of the call (F48)."""
    idea = _opened("decline_topic_idea", pk, by, at, version)
    return _decided(idea, "decline_topic_idea", filled(answer, "请写明未采纳的理由。", "answer"), public_title, by, at)


@transaction.atomic
def forward_topic_idea(
    pk: Any, *, answer: str, public_title: str = "", by: Any, at: datetime, version: int | None = None
) -> TopicIdea:
    """To whoever it concerns: a project of legislation to the congress that legislates, anything else to its body."""
    idea = _opened("forward_topic_idea", pk, by, at, version)
    return _decided(
        idea, "forward_topic_idea", filled(answer, "请写明转给谁、怎样研究。", "answer"), public_title, by, at
    )


@transaction.atomic
def reconsider_topic_idea(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> TopicIdea:
    """Looked at again, before the public has read the outcome."""
    idea = _opened("reconsider_topic_idea", pk, by, at, version)
    why = filled(reason, "请写明重新研究的理由。", "reason")
    idea.topic, idea.decided_by, idea.decided_at = None, None, None
    _move(idea, "reconsider_topic_idea", "topic", "decided_by", "decided_at")
    note("reconsider_topic_idea", idea, f"重新研究：{why}", by=by, at=at, visibility="office")
    notices.idea_reopened(idea, why, by=by, at=at)
    return idea


def _idea(
    call: Solicitation | None, sort: str, title: str, text: str, channel: str, source: str, by: Any, at: datetime
) -> TopicIdea:
    if call is not None and sort not in call.sorts:
        raise Refused("本次没有征集这一类，请重新选择。", "input", field="sort")
    title = filled(title, "请用一句话写明议题。", "title")
    text = filled(text, "请写明理由和情况。", "text")
    year = day_of(at).year
    return TopicIdea(
        number=f"{year}-{Serial.objects.next(SERIES, year):04d}",
        solicitation=call,
        sort=IdeaSort(sort),
        title=title,
        text=text,
        channel=channel,
        source=source,
        put_by=by,
        put_at=at,
    )


def _whose(user: User, on: Any) -> tuple[IdeaChannel, TopicSource]:
    """In which capacity somebody proposes; the office's entries are of wide concern unless it says otherwise."""
    if user.has_role(Role.COMMITTEE, on=on):
        return IdeaChannel.COMMITTEE, TopicSource.RESEARCH
    if user.has_role(Role.SC_MEMBER, Role.CHAIR, Role.VICE_CHAIR, on=on):
        return IdeaChannel.MEMBER, TopicSource.MEMBERS
    if user.has_role(Role.CLERK, Role.SECRETARY, on=on):
        return IdeaChannel.OFFICE, TopicSource.WIDE
    return IdeaChannel.DEPUTY, TopicSource.SUGGESTIONS


def _taken(idea: TopicIdea, topic: PlanTopic, answer: str, public_title: str, by: Any, at: datetime) -> TopicIdea:
    if idea.sort != IdeaSort.SUPERVISION:
        raise Refused("立法项目请选择“转有关方面”，报送有立法权的人大研究。", "input", field="topic")
    idea.topic = topic
    words = answer.strip() or f"列入{topic.plan}：{topic}。"
    return _decided(idea, "take_topic_idea", words, public_title, by, at)


def _decided(idea: TopicIdea, verb: str, answer: str, public_title: str, by: Any, at: datetime) -> TopicIdea:
    if idea.channel == IdeaChannel.PUBLIC:
        filled(public_title, "请写明对外公布的名称，不要出现提出人的个人信息。", "public_title")
    idea.answer, idea.public_title = answer, public_title.strip()
    idea.decided_by, idea.decided_at = by, at
    _move(idea, verb, "answer", "public_title", "topic", "decided_by", "decided_at")
    note(verb, idea, f"{IDEA_FLOW.label(verb)}：{answer}", by=by, at=at)
    notices.idea_decided(idea, by=by, at=at)
    return idea


def _opened(verb: str, pk: Any, by: Any, at: datetime, version: int | None) -> TopicIdea:
    idea = lock(TopicIdea, pk, version=version)
    getattr(rules, f"may_{verb}")(by, idea, on=day_of(at)).require()
    return idea


def _alone(token_hash: str) -> None:
    """The second click waits until the first is done, and then finds its idea."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 6))", [token_hash])


def _move(idea: TopicIdea, verb: str, *fields: str) -> None:
    idea.state = IDEA_FLOW.target(verb, idea.state)
    idea.bump("state", *fields)
