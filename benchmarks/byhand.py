"""The same rows by hand: the shortest SQL somebody would write who knows the database and wants just what is shown."""

from django.db import connection

from benchmarks.page_list import WORDS

LINE = """
    SELECT s.id, s.number_text, s.title, s.state, d.name, g.name, c.name,
           (SELECT string_agg(o.short_name, '、') FROM suggestions_assignment a
            JOIN accounts_organisation o ON o.id = a.unit_id WHERE a.suggestion_id = s.id AND a.state <> 'released'),
           (SELECT min(k.due_on) FROM suggestions_assignment a
            JOIN deadlines_deadline k ON k.subject_type_id = {assignment} AND k.subject_id = a.id
                 AND k.met_at IS NULL AND k.cancelled_at IS NULL WHERE a.suggestion_id = s.id)
    FROM suggestions_suggestion s
    JOIN deputies_mandate m ON m.id = s.lead_id JOIN deputies_deputy d ON d.id = m.deputy_id
    LEFT JOIN deputies_delegation g ON g.id = s.delegation_id LEFT JOIN suggestions_category c ON c.id = s.category_id
"""
SEEN = "s.level = 'district' AND s.state NOT IN ('draft', 'cosigning')"
RUNNING = "met_at IS NULL AND cancelled_at IS NULL"
PUBLISHED = "s.published_at IS NOT NULL AND s.agree_to_publish"
PAPERS = (
    *("cosigner", "assignment", "round", "rating", "mediation", "textversion", "appeal", "commitment"),
    *("contactrecord", "coopinion", "objection", "extension", "reply"),
)
OF_UNIT = {"contactrecord", "coopinion", "objection", "extension", "reply"}


def run(key: str, turn: int, details: list[int]) -> bool:
    """Fetches the rows of the page `key` by hand; False where nobody has written that out."""
    statements = _statements(key, turn, details)
    if not statements:
        return False
    connection.ensure_connection()
    with connection.connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement.encode())
            cursor.fetchall()
    return True


def _statements(key: str, turn: int, details: list[int]) -> list[str]:
    if key in ("列表/联络工作人员", "列表/主任"):
        return _page(SEEN, "s.registered_at DESC, s.id DESC")
    if key == "公开列表/公众":
        return _page(PUBLISHED, "s.published_at DESC, s.id DESC")
    if key == "两字检索/联络工作人员":
        return _page(f"{SEEN} AND s.search_vector @@ '{WORDS[turn % len(WORDS)]}'::tsquery", "s.id DESC")
    if key == "详情/联络工作人员":
        return _case(details[turn % len(details)])
    return _desk() if key == "工作台/联络工作人员" else []


def _page(where: str, order: str) -> list[str]:
    count = f"SELECT count(*) FROM (SELECT 1 FROM suggestions_suggestion s WHERE {where} LIMIT 1001) x"
    return [count, f"{_line()} WHERE {where} ORDER BY {order} LIMIT 20"]


def _case(pk: int) -> list[str]:
    parts = f"SELECT id FROM suggestions_assignment WHERE suggestion_id = {pk}"
    found = [f"SELECT * FROM suggestions_suggestion WHERE id = {pk}"]
    for paper in PAPERS:
        where = f"assignment_id IN ({parts})" if paper in OF_UNIT else f"suggestion_id = {pk}"
        found.append(f"SELECT * FROM suggestions_{paper} WHERE {where}")
    clocks = f"subject_type_id = {_kind('assignment')} AND subject_id IN ({parts})"
    found.append(f"SELECT * FROM deadlines_deadline WHERE {clocks}")
    own = f"subject_type_id = {_kind('suggestion')} AND subject_id"
    found.append(f"SELECT * FROM deadlines_deadline WHERE {own} = {pk}")
    found.append(f"SELECT * FROM audit_event WHERE {own} = '{pk}' ORDER BY at DESC")
    return found


def _desk() -> list[str]:
    """The clerk's counts, and three rows for each of his queues."""
    wheres = [f"s.state = '{state}'" for state in ("submitted", "registered", "mediation")]
    wheres.append("s.state = 'closed' AND s.published_at IS NULL AND s.agree_to_publish")
    parts = "SELECT suggestion_id FROM suggestions_assignment WHERE state"
    wheres += [f"s.id IN ({parts} = '{state}')" for state in ("objected", "under_check")]
    wheres.append("s.id IN (SELECT suggestion_id FROM suggestions_commitment WHERE state = 'reported')")
    late = f"SELECT subject_id FROM deadlines_deadline WHERE {RUNNING} AND due_on < current_date AND subject_type_id"
    wheres.append(f"s.state = 'replied' AND s.id IN ({late} = {_kind('suggestion')} AND kind = 'rating')")
    parts = f"SELECT suggestion_id FROM suggestions_assignment WHERE id IN ({late} = {_kind('assignment')})"
    wheres.append(f"s.state IN ('assigned', 'handling', 'rehandling') AND s.id IN ({parts})")
    found = []
    for where in wheres:
        count = f"SELECT count(*) FROM (SELECT 1 FROM suggestions_suggestion s WHERE {SEEN} AND {where} LIMIT 1001) x"
        found += [count, f"{_line()} WHERE {SEEN} AND {where} ORDER BY s.id LIMIT 3"]
    return found


_kinds: dict[str, int] = {}


def _kind(model: str) -> int:
    if model not in _kinds:
        with connection.cursor() as cursor:
            cursor.execute("SELECT id FROM django_content_type WHERE app_label = 'suggestions' AND model = %s", [model])
            _kinds[model] = cursor.fetchone()[0]
    return _kinds[model]


def _line() -> str:
    return LINE.format(assignment=_kind("assignment"))
