"""Which messages still lead somewhere: a link is for whoever may open what the message is about."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType

from foundation.notices.models import Notice

CLOSED = (
    "这件事项现在不能打开：已不由您或者您所在单位办理。"
    "代他人办理的，请先在“个人信息”中开始代办；有疑问的，请与区人大常委会联络工作人员联系。"
)


def closed_to(user: Any, notices: Iterable[Notice]) -> set[int]:
    """Keys of those whose subject is not among `visible_to(user)` of its kind; one query for each kind of subject.

    A message outlives the right to read its case: a unit that was released, a co-signer who was dropped, an officer
    who moved on. Subjects that do not know `visible_to`, and messages about nothing in particular, stay open.
    """
    wanted: dict[int, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for notice in notices:
        if notice.url and notice.subject_type_id:
            wanted[notice.subject_type_id][notice.subject_id].add(notice.pk)
    found: set[int] = set()
    for kind, about in wanted.items():
        found.update(*(about[key] for key in set(about) - _open_among(user, kind, set(about))))
    return found


def _open_among(user: Any, kind: int, keys: set[str]) -> set[str]:
    model = ContentType.objects.get_for_id(kind).model_class()
    rows: Any = getattr(model, "_default_manager", None)
    if not hasattr(rows, "visible_to"):
        return keys
    found = rows.visible_to(user).filter(pk__in=keys).order_by().values_list("pk", flat=True)
    return {str(key) for key in found}
