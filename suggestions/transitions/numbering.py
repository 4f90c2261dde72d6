"""The next number of a series. Its row stays locked until the transaction ends: neither gaps nor twins."""

from datetime import date
from typing import Any

from foundation.workflow import Refused, lock
from suggestions.models import DocumentHead, DocumentSeries, NumberFormat, NumberSeries, Suggestion
from suggestions.states import Channel, SeriesKind


def series_of(suggestion: Suggestion) -> SeriesKind:
    """Session and recess count apart (domain 2.5)."""
    return SeriesKind.SESSION if suggestion.channel == Channel.SESSION else SeriesKind.RECESS


def take_number(suggestion: Suggestion, kind: SeriesKind, on: date) -> tuple[NumberSeries, int, str]:
    """(series, number, number as written) for a paper of this term and session. Refused without a format."""
    written = format_of(kind, suggestion.level, on)
    row, _ = NumberSeries.objects.get_or_create(kind=kind, term=suggestion.term, meeting=suggestion.meeting)
    series = lock(NumberSeries, row)
    series.last_number += 1
    series.save(update_fields=["last_number"])
    return series, series.last_number, written.write(series.last_number)


def format_of(kind: SeriesKind, level: str, on: date) -> NumberFormat:
    """How numbers of this kind are written on a day. Refused without a format."""
    rows = NumberFormat.objects
    found = rows.latest_on(on, kind=kind, level=level) or rows.latest_on(on, kind=kind, level="")
    if found is None:
        raise Refused(f"没有现行的“{kind.label}”编号格式，请先在管理后台设置。", "state")
    return found


def take_document_number(organisation: Any, use: str, on: date) -> str:
    """The next number (文号) of a body's own series of the year; empty where it has no pattern and numbers by hand."""
    head = DocumentHead.objects.of(organisation, use, on)
    if head is None:
        return ""
    row, _ = DocumentSeries.objects.get_or_create(organisation=head.organisation, use=use, year=on.year)
    series = lock(DocumentSeries, row)
    series.last_number += 1
    series.save(update_fields=["last_number"])
    return head.write(on.year, series.last_number)
