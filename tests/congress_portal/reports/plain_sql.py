"""Every cell of the handling report counted once more, in plain SQL over the tables and with nothing of our own code.

`expected.expected` asks it what each cell must be: the keys of a count, (keys, base)
of a rate, or a plain value.
"""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection

Cells = dict[str, dict[str, Any]]
CASES = """
CREATE TEMP TABLE {name} ON COMMIT DROP AS
SELECT s.id, s.number_text, s.title, s.channel, s.origin, s.is_key, s.state, s.category_id, s.delegation_id,
    s.published_at, s.registered_at, d.name AS lead, coalesce(w.name, '—') AS committee
FROM suggestions_suggestion s JOIN deputies_mandate m ON m.id = s.lead_id JOIN deputies_deputy d ON d.id = m.deputy_id
LEFT JOIN accounts_organisation w ON w.id = s.supervising_committee_id
WHERE s.level = 'district' AND s.kind = 'suggestion'
    AND (s.registered_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN %(first)s AND %(last)s
    AND s.state IN ({states}) AND s.ending <> 'split'
"""
COUNTED = "'registered','assigned','handling','replied','rated','rehandling','mediation','tracking','closed'"
PARTS = """
CREATE TEMP TABLE {name} ON COMMIT DROP AS
SELECT a.id, a.suggestion_id, a.unit_id, a.role, o.kind, o.name AS unit_name, a.role <> 'co' AS answers,
    (SELECT d.due_on FROM deadlines_deadline d JOIN django_content_type t ON t.id = d.subject_type_id
        WHERE t.app_label = 'suggestions' AND t.model = 'assignment' AND d.subject_id = a.id
        AND d.kind IN ('reply', 'reply_difficult') AND d.cancelled_at IS NULL ORDER BY d.id DESC LIMIT 1) AS due,
    (SELECT min((r.delivered_at AT TIME ZONE 'Asia/Shanghai')::date) FROM suggestions_reply r
        WHERE r.assignment_id = a.id) AS replied,
    (SELECT r.result_class_id FROM suggestions_reply r JOIN suggestions_round n ON n.id = r.round_id
        WHERE r.assignment_id = a.id AND r.delivered_at IS NOT NULL ORDER BY n.number DESC LIMIT 1) AS class,
    (SELECT coalesce(array_agg(k.phase || '/' || k.method), '{{}}') FROM suggestions_contactrecord k
        JOIN suggestions_round n ON n.id = k.round_id
        WHERE k.assignment_id = a.id AND n.number = 1 AND k.confirmed IS DISTINCT FROM false) AS talks,
    EXISTS (SELECT FROM suggestions_extension e WHERE e.assignment_id = a.id) AS asked,
    EXISTS (SELECT FROM suggestions_extension e WHERE e.assignment_id = a.id AND e.accepted) AS granted,
    EXISTS (SELECT FROM suggestions_extension e WHERE e.assignment_id = a.id AND e.accepted IS NULL) AS undecided
FROM suggestions_assignment a JOIN accounts_organisation o ON o.id = a.unit_id
WHERE a.state <> 'released' AND a.suggestion_id IN (SELECT id FROM {cases})
"""
WORDS = """
CREATE TEMP TABLE {name} ON COMMIT DROP AS
SELECT c.*, l.number AS last_number, l.number IS NOT NULL AS answered,
    EXISTS (SELECT FROM suggestions_round n WHERE n.suggestion_id = c.id) AS assigned,
    (SELECT count(*) FROM suggestions_round n WHERE n.suggestion_id = c.id) AS rounds,
    CASE WHEN l.number IS NULL THEN '' ELSE coalesce(g.attitude, CASE WHEN l.not_stated THEN 'not_stated' ELSE
        'awaiting' END) END AS attitude,
    CASE WHEN l.number IS NULL THEN '' ELSE coalesce(g.result, CASE WHEN l.not_stated THEN 'not_stated' ELSE
        'awaiting' END) END AS result,
    (SELECT min(n.number) FROM suggestions_round n JOIN suggestions_rating x ON x.round_id = n.id
        WHERE n.suggestion_id = c.id AND x.attitude = 'dissatisfied') AS bad_attitude,
    (SELECT min(n.number) FROM suggestions_round n JOIN suggestions_rating x ON x.round_id = n.id
        WHERE n.suggestion_id = c.id AND x.result = 'dissatisfied') AS bad_result,
    CASE WHEN l.number IS NOT NULL THEN (SELECT k.id FROM {parts} p JOIN suggestions_resultclass k ON k.id = p.class
        WHERE p.suggestion_id = c.id AND p.answers ORDER BY k."order" DESC, k.code DESC, k.id DESC LIMIT 1) END class,
    coalesce((SELECT CASE WHEN p.kind IN ('government_office', 'handling_unit') THEN 'government'
        WHEN p.kind = 'court' THEN 'court' WHEN p.kind = 'procuratorate' THEN 'procuratorate'
        WHEN p.kind = 'supervision_commission' THEN 'supervision' WHEN p.kind = 'party_body' THEN 'party'
        ELSE 'other' END
        FROM {parts} p WHERE p.suggestion_id = c.id AND p.answers ORDER BY p.id LIMIT 1), 'unassigned') AS system
FROM {cases} c
LEFT JOIN LATERAL (SELECT n.* FROM suggestions_round n WHERE n.suggestion_id = c.id AND n.replied_at IS NOT NULL
    ORDER BY n.number DESC LIMIT 1) l ON true
LEFT JOIN suggestions_rating g ON g.round_id = l.id
"""
PROMISES = """
CREATE TEMP TABLE {name} ON COMMIT DROP AS
SELECT m.id, m.state, m.due_on, m.upgraded_to_id FROM suggestions_commitment m
JOIN suggestions_suggestion s ON s.id = m.suggestion_id
WHERE s.level = 'district' AND s.kind = 'suggestion'
    AND (m.made_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN %(first)s AND %(last)s
"""
GRADES = ("satisfied", "basically", "dissatisfied", "not_stated", "awaiting")
STATED = "('satisfied', 'basically', 'dissatisfied')"
SYSTEMS = ("government", "court", "procuratorate", "supervision", "party", "other", "unassigned")


class Recount:
    """The temporary tables `book` (cases), `parts` and `promises`, and the same with `old_` for the year before."""

    def __init__(self, first: date, last: date, on: date) -> None:
        self.on, self.years = on, {"": (first, last), "old_": (_back(first), _back(last))}
        for prefix, (begin, end) in self.years.items():
            self._make(prefix, begin, end)
        self._note_year(last.year)
        self.classes = self._classes("")

    def _note_year(self, year: int) -> None:
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE IF EXISTS pg_temp.year")
            cursor.execute("CREATE TEMP TABLE year ON COMMIT DROP AS SELECT %s::int AS year", [year])

    def _make(self, prefix: str, first: date, last: date) -> None:
        days = {"first": first, "last": last}
        names = {"cases": f"{prefix}cases", "parts": f"{prefix}parts"}
        with connection.cursor() as cursor:
            for table in ("cases", "gone", "parts", "book", "promises"):
                cursor.execute(f"DROP TABLE IF EXISTS pg_temp.{prefix}{table}")
            cursor.execute(CASES.format(name=names["cases"], states=COUNTED), days)
            cursor.execute(CASES.format(name=f"{prefix}gone", states="'withdrawn'"), days)
            cursor.execute(PARTS.format(name=names["parts"], cases=names["cases"]))
            cursor.execute(WORDS.format(name=f"{prefix}book", **names))
            cursor.execute(PROMISES.format(name=f"{prefix}promises"), days)

    def _classes(self, prefix: str) -> list[int]:
        query = f"""SELECT id FROM suggestions_resultclass k WHERE id IN (SELECT class FROM {prefix}parts) OR
            (term_id IS NULL AND valid_from <= %(on)s AND coalesce(valid_until, %(on)s) >= %(on)s)"""
        return [row[0] for row in self.rows(query)]

    def rows(self, query: str) -> list[tuple]:
        with connection.cursor() as cursor:
            cursor.execute(query, {"on": self.on})
            return cursor.fetchall()

    def keys(self, source: str, where: str = "true", key: str = "id") -> list[int]:
        """The sorted keys of the rows of `source` that fulfil a condition."""
        return [row[0] for row in self.rows(f"SELECT DISTINCT {key} FROM {source} WHERE {where} ORDER BY 1")]

    def share(self, source: str, part: str, whole: str = "true") -> tuple[list[int], int]:
        return self.keys(source, f"({whole}) AND ({part})"), len(self.keys(source, whole))

    def by(self, source: str, group: str, columns: dict[str, Any], total: bool = True, rows: Any = None) -> Cells:
        """A table with one row for each value of `group`. A column is a condition, or (part, whole) of a rate."""
        values = rows or [row[0] for row in self.rows(f"SELECT DISTINCT {group} FROM {source}")]
        lines = {str(value): f"{group} = '{value}'" for value in values} | ({"total": "true"} if total else {})
        return {
            row: {key: self._cell(source, here, what) for key, what in columns.items()} for row, here in lines.items()
        }

    def _cell(self, source: str, here: str, what: Any) -> Any:
        if isinstance(what, str):
            return self.keys(source, f"({here}) AND ({what})")
        part, whole = what
        # A share of everything: the whole does not depend on the row.
        if whole.startswith("all "):
            return self.keys(source, f"({here}) AND ({part})"), len(self.keys(source, whole.removeprefix("all ")))
        return self.share(source, part, f"({here}) AND ({whole})")

    def class_columns(self, more: str = "true") -> dict[str, str]:
        return {f"class-{key}": f"class = {key} AND {more}" for key in self.classes}


def _back(day: date) -> date:
    return day.replace(year=day.year - 1)


def grades(dimension: str) -> dict[str, str]:
    return {f"{dimension}-{grade}": f"{dimension} = '{grade}'" for grade in GRADES}


def satisfaction(dimension: str) -> dict[str, Any]:
    stated = f"{dimension} IN {STATED}"
    return {
        f"{dimension}-stated": stated,
        f"{dimension}-plain": (f"{dimension} = 'satisfied'", stated),
        f"{dimension}-basic": (f"{dimension} IN ('satisfied', 'basically')", stated),
    }


def percent(part: int, whole: int) -> str | None:
    """By the database's own rounding, half away from zero."""
    if not whole:
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT round(100 * %s::numeric / %s, 2)", [part, whole])
        return str(Decimal(cursor.fetchone()[0]))
