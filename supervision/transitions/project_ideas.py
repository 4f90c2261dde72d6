"""Ideas for livelihood projects: sent in, screened with reasons, taken back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from deputies.models import Area, Deputy
from foundation.accounts.models import Organisation
from foundation.intake import codes
from foundation.intake.models import Consent, ConsentText, Serial
from foundation.privacy.erasing import erase
from foundation.vault.lookup import lookup_hash
from foundation.workflow import Refused, lock
from liaison_stations.models import Letter
from suggestions.models import Suggestion
from supervision.models import Project, ProjectIdea, ProjectYear
from supervision.notices import projects as notices
from supervision.querysets.sources import IDEA_SOURCES, forget_sources
from supervision.rules import project_years as rules
from supervision.states.project_idea import PROJECT_IDEA_FLOW, IdeaChannel, IdeaState
from supervision.transitions._beats import day_of, filled, note

SERIES, CONTACT = "project_idea", ("name", "phone")
TOKEN = "supervision.idea"


@dataclass(frozen=True)
class Source:
    """Where the office found an idea that did not come by the public form."""

    deputy: Deputy | None = None
    unit: Organisation | None = None
    letter: Letter | None = None
    suggestion: Suggestion | None = None


@transaction.atomic
def post_idea(
    pk: Any,
    *,
    token: str,
    title: str,
    text: str,
    area: Area | None = None,
    name: str = "",
    phone: str = "",
    consents: Iterable[ConsentText] = (),
    at: datetime,
) -> tuple[ProjectIdea, str]:
    """A citizen's idea and the query code he comes back with; the same pair for the same `token`.

    Refused outside the days of the collection and without words.
    """
    code, token_hash = codes.code_of(token), lookup_hash(token, TOKEN)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 6))", [token_hash])
    there = ProjectIdea.objects.with_names().filter(token_hash=token_hash).first()
    if there is not None:
        return there, code
    row = ProjectYear.objects.select_for_update(of=("self",)).get(pk=pk)
    rules.may_post_idea(row, on=day_of(at)).require()
    idea = _new(row, IdeaChannel.WEB, title, text, area, at)
    idea.name, idea.phone, idea.token_hash = name.strip(), phone.strip(), token_hash
    idea.code_hash = codes.code_hash(idea.number, code)
    idea.save(force_insert=True)
    Consent.objects.give(idea, list(consents), at=at)
    note("post_idea", idea, "收到群众意见（网上征集）。", by=None, at=at)
    return idea, code


@transaction.atomic
def enter_idea(
    pk: Any,
    *,
    channel: str,
    title: str,
    text: str,
    area: Area | None = None,
    source: Source = Source(),
    by: Any,
    at: datetime,
    version: int | None = None,
) -> ProjectIdea:
    """An idea on paper, from a letter, a suggestion, a deputy or a body; deputies and bodies enter their own."""
    row = lock(ProjectYear, pk)
    on = day_of(at)
    rules.may_enter_idea(by, row, on=on).require()
    if not rules.runs(by, row, on):
        source = _own(channel, source, by, on)
    _check(channel, source)
    idea = _new(row, channel, title, text, area, at)
    idea.deputy, idea.unit, idea.letter, idea.suggestion = source.deputy, source.unit, source.letter, source.suggestion
    idea.posted_by = by
    idea.save(force_insert=True)
    forget_sources(IDEA_SOURCES)
    note("enter_idea", idea, f"登记意见（{idea.get_channel_display()}）。", by=by, at=at)
    return idea


@transaction.atomic
def adopt_idea(
    pk: Any,
    *,
    project: Project,
    public_words: str,
    reason: str = "",
    by: Any,
    at: datetime,
    version: int | None = None,
) -> ProjectIdea:
    """It goes into a project that is being drawn up; several ideas may go into one."""
    idea = lock(ProjectIdea, pk, version=version)
    rules.may_screen_idea(by, idea, on=day_of(at)).require()
    if project.project_year_id != idea.project_year_id:
        raise Refused("请选择同一年度的项目。", "input", field="project")
    idea.project, idea.reason = project, reason.strip()[:300]
    _screened(idea, "adopt_idea", public_words, at)
    note("adopt_idea", idea, f"纳入项目“{project}”。", by=by, at=at)
    notices.idea_screened(idea, by=by, at=at)
    return idea


@transaction.atomic
def decline_idea(
    pk: Any, *, public_words: str, reason: str, by: Any, at: datetime, version: int | None = None
) -> ProjectIdea:
    """Not taken up; whoever proposed it, and everybody else, may read why (F48)."""
    idea = lock(ProjectIdea, pk, version=version)
    rules.may_screen_idea(by, idea, on=day_of(at)).require()
    idea.project, idea.reason = None, filled(reason, "请写明未采纳的理由，理由会公开。", "reason")[:300]
    _screened(idea, "decline_idea", public_words, at)
    note("decline_idea", idea, f"未采纳：{idea.reason}", by=by, at=at)
    notices.idea_screened(idea, by=by, at=at)
    return idea


@transaction.atomic
def reopen_idea(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> ProjectIdea:
    """To be screened once more, while the list is not settled."""
    idea = lock(ProjectIdea, pk, version=version)
    rules.may_reopen_idea(by, idea, on=day_of(at)).require()
    idea.state = PROJECT_IDEA_FLOW.target("reopen_idea", idea.state)
    idea.project, idea.reason, idea.decided_at = None, "", None
    idea.bump("state", "project", "reason", "decided_at")
    note("reopen_idea", idea, "重新筛选。", by=by, at=at)
    return idea


@transaction.atomic
def withdraw_idea(pk: Any, *, at: datetime) -> ProjectIdea:
    """A citizen takes his idea back: words and contact are gone. What is in a project already stays without them."""
    idea = lock(ProjectIdea, pk)
    if not idea.code_hash or idea.state == IdeaState.WITHDRAWN:
        raise Refused("这条意见已经撤回。", "state")
    kept = idea.state == IdeaState.ADOPTED
    if not kept:
        idea.state = PROJECT_IDEA_FLOW.target("withdraw_idea", idea.state)
        idea.bump("state")
    erase(idea, CONTACT if kept else (*CONTACT, "title", "text"), reason="提出人撤回", by=None, at=at)
    note("withdraw_idea", idea, "提出人撤回联系方式。" if kept else "提出人撤回意见。", by=None, at=at)
    return idea


def _new(row: ProjectYear, channel: str, title: str, text: str, area: Area | None, at: datetime) -> ProjectIdea:
    words = {"title": filled(title, "请写一个标题。", "title"), "text": filled(text, "请写明想办什么实事。", "text")}
    number = f"{row.year}-{Serial.objects.next(SERIES, row.year):06d}"
    return ProjectIdea(project_year=row, number=number, channel=channel, area=area, posted_at=at, **words)


def _own(channel: str, source: Source, by: Any, on: Any) -> Source:
    """Deputies and bodies speak for themselves alone, whatever was posted."""
    deputy = Deputy.objects.filter(user=by).first()
    if channel == IdeaChannel.DEPUTY and deputy is not None:
        return Source(deputy=deputy)
    bodies = Organisation.objects.filter(pk__in=by.organisations(*rules.ANSWERING, on=on))
    if channel == IdeaChannel.UNIT and (body := bodies.order_by("pk").first()):
        return Source(unit=body)
    raise Refused("请选择本人或者本单位提出。", "input", field="channel")


def _check(channel: str, source: Source) -> None:
    """A channel names its source."""
    wanted = {
        IdeaChannel.DEPUTY: ("deputy", source.deputy, "请选择提出的代表。"),
        IdeaChannel.UNIT: ("unit", source.unit, "请选择提出的单位。"),
        IdeaChannel.LETTER: ("letter_number", source.letter, "请填写来信编号，例如2026000123。"),
        IdeaChannel.SUGGESTION: ("suggestion_number", source.suggestion, "请填写建议编号。"),
        IdeaChannel.PAPER: ("", True, ""),
    }
    if channel not in wanted:
        raise Refused("请选择来源。", "input", field="channel")
    field, given, sentence = wanted[IdeaChannel(channel)]
    if not given:
        raise Refused(sentence, "input", field=field)


def _screened(idea: ProjectIdea, verb: str, public_words: str, at: datetime) -> None:
    idea.public_words = filled(public_words, "请填写公开的概述，不要写个人信息。", "public_words")[:120]
    idea.state, idea.decided_at = PROJECT_IDEA_FLOW.target(verb, idea.state), at
    idea.bump("state", "project", "reason", "public_words", "decided_at")
