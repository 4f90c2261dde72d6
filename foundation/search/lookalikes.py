"""Earlier papers that resemble a text, out of every room that offers its papers, as far as the reader may see them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet

from foundation.search.likeness.compare import Likeness, Limits, Paper, compare
from foundation.search.likeness.keys import sorts_of
from foundation.search.models import Fingerprint, Resembling

LONGEST = 20_000


@dataclass(frozen=True)
class Told:
    """What a room tells of one of its papers, and what became of it. `outcome` are (text, tone) of badges."""

    heading: str
    note: str
    url: str
    outcome: tuple[tuple[str, str], ...] = ()
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Source:
    """Papers of one model. `rows(user)` are those the reader may see; `tell(rows, user)` answers one Told by key."""

    label: str
    rows: Callable[[Any], QuerySet]
    tell: Callable[[list[Any], Any], dict[Any, Told]]


@dataclass(frozen=True)
class Stretch:
    """A stretch of text; `same` when it stands in the other paper too."""

    text: str
    same: bool


@dataclass(frozen=True)
class Lookalike:
    """An earlier paper, how alike it is, and what became of it."""

    row: Any
    label: str
    told: Told
    likeness: Likeness
    limits: Limits
    asked: Paper
    paper: Paper

    @property
    def percent(self) -> int:
        """The likeness in one figure: that of the title, of the wording, or the share that was copied, if higher."""
        share = self.likeness.copied / max(1, min(len(self.asked.letters), len(self.paper.letters)))
        return min(100, round(100 * max(self.likeness.title, self.likeness.text, share)))

    @property
    def reasons(self) -> list[str]:
        """In words what is alike, with per cent or letters; only what says something."""
        likeness, found = self.likeness, []
        if likeness.title >= self.limits.title:
            found.append(f"标题所提事项相近（{round(100 * likeness.title)}%）")
        if likeness.text >= self.limits.text:
            found.append(f"内容相近（{round(100 * likeness.text)}%）")
        if likeness.copied:
            share = round(100 * likeness.copied / max(1, len(self.asked.letters)))
            found.append(f"相同段落 {likeness.copied} 字（占本文 {share}%）")
        return found

    @property
    def asked_stretches(self) -> list[Stretch]:
        """The text that asks, cut where it agrees with the earlier one."""
        spans = [(piece.start, piece.start + piece.length) for piece in self.likeness.pieces]
        return list(_stretches(self.asked, spans))

    @property
    def stretches(self) -> list[Stretch]:
        """The earlier text, cut alike."""
        spans = sorted((piece.other, piece.other + piece.length) for piece in self.likeness.pieces)
        return list(_stretches(self.paper, spans))


_sources: dict[type[Resembling], Source] = {}


def register(model: type[Resembling], source: Source) -> None:
    """A room offers its papers. Once for each model."""
    _sources[model] = source


def models() -> list[type[Resembling]]:
    """Every model whose papers are compared."""
    return list(_sources)


def find(
    user: Any, title: str, body: str, *, limits: Limits | None = None, apart: Model | None = None, most: int = 5
) -> list[Lookalike]:
    """The `most` papers `user` may see that resemble title and body; `apart` is the paper that asks.

    Of the three ways to be alike none crowds out the others: chosen is what exceeds its own limit most.

    One query for the nearest, and for each room that has any one for its rows and what it asks to tell of them.
    """
    asked, bounds = Paper(title[:LONGEST], body[:LONGEST]), limits or Limits()
    own = (ContentType.objects.get_for_model(apart).pk, apart.pk) if apart is not None and apart.pk else (0, 0)
    nearest: dict[int, list[int]] = {}
    for kind, key in Fingerprint.objects.nearest(sorts_of(asked.title, asked.body), apart=own):
        nearest.setdefault(kind, []).append(key)
    if not nearest:
        return []
    found = [one for model in _sources for one in _of(model, nearest, user, asked, bounds, most)]
    chosen = sorted(found, key=_strength, reverse=True)[:most]
    return sorted(chosen, key=lambda one: (one.percent, _strength(one)), reverse=True)


def _strength(one: Lookalike) -> tuple[float, int]:
    return one.likeness.strength(one.limits), one.row.pk


def _of(
    model: type[Resembling], nearest: dict[int, list[int]], user: Any, asked: Paper, limits: Limits, most: int
) -> list[Lookalike]:
    source, keys = _sources[model], nearest.get(ContentType.objects.get_for_model(model).pk)
    if not keys:
        return []
    alike = []
    for row, paper in _papers(source.rows(user), keys):
        likeness = compare(asked, paper, limits)
        if likeness.strength(limits) >= 1:
            alike.append((row, paper, likeness))
    alike.sort(key=lambda one: (one[2].strength(limits), one[0].pk), reverse=True)
    del alike[most:]
    told = source.tell([row for row, _, _ in alike], user) if alike else {}
    return [
        Lookalike(row, source.label, told[row.pk], likeness, limits, asked, paper) for row, paper, likeness in alike
    ]


def _papers(rows: QuerySet, keys: list[int]) -> Iterator[tuple[Any, Paper]]:
    for row in rows.filter(pk__in=keys):
        texts = row.resemblance()
        if texts:
            yield row, Paper(*texts)


def _stretches(paper: Paper, spans: list[tuple[int, int]]) -> Iterator[Stretch]:
    end = 0
    for first, last in spans:
        start, stop = paper.letters.original(first, last)
        if start > end:
            yield Stretch(paper.body[end:start], False)
        if stop > end:
            yield Stretch(paper.body[max(start, end) : stop], True)
        end = max(end, stop)
    if end < len(paper.body):
        yield Stretch(paper.body[end:], False)
