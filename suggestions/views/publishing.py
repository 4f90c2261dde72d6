"""The office opens a paper to the public, checks what has come since, and takes it off again."""

from functools import cached_property
from typing import Any

from django.db.models import QuerySet

from foundation.files.store import files_of
from foundation.privacy.redaction import covered
from suggestions import rules
from suggestions.forms.office import UnpublishForm
from suggestions.forms.publishing import CopyForm
from suggestions.models import OpenText, attached, is_picture, open_pictures, open_texts
from suggestions.transitions.publish import publish, renew_copy, unpublish
from suggestions.views.base import SuggestionStep


class CopyStep(SuggestionStep):
    """The proposed copy beside the original, the check list below."""

    template_name = "suggestions/publish.html"
    form_class = CopyForm
    intro = (
        "每段列出原文和公众将看到的文字，号码已自动遮盖。需要再遮盖的，在“公开文本”中把字改成*号或者【略】；"
        "不能改写。原件、站内页面和信函不受影响。"
    )

    def queryset(self) -> QuerySet:
        return super().queryset().select_related("public_copy", "meeting")

    @cached_property
    def texts(self) -> list[OpenText]:
        return open_texts(self.object)

    def form_kwargs(self) -> dict[str, Any]:
        copy = self.object.public_copy
        contents = {file.sha256 for file in files_of(copy)} if copy else set()
        pictures = open_pictures(self.object)
        shown = [str(file.pk) for file in pictures if file.sha256 in contents]
        return {"texts": self.texts, "pictures": pictures, "shown": shown}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs["masked"] = sum(covered(text.original, text.proposed) for text in self.texts)
        kwargs["copies"] = self.object.public_copies.select_related("made_by").defer("search_text", "search_vector")
        kwargs["open_title"] = next(text.proposed for text in self.texts if text.key == "title")
        files = attached(self.object)
        kwargs["documents"] = [file for file in files if not is_picture(file)]
        kwargs["picture_files"] = [file for file in files if is_picture(file)]
        kwargs["kept_back"] = self._kept_back()
        return super().get_context_data(**kwargs)

    def _kept_back(self) -> int:
        """How many delivered replies their units keep back."""
        parts = self.object.assignments.active().prefetch_related("replies")
        return sum(reply.is_delivered and not reply.publish for part in parts for reply in part.replies.all())


class Publish(CopyStep):
    rule = rules.may_publish
    transition = publish
    title = "公开建议和答复"
    button = "公开"
    success_message = "已在公开网站发布。"


class RenewCopy(CopyStep):
    rule = rules.may_renew_copy
    transition = renew_copy
    title = "更新公开内容"
    button = "更新公开内容"
    success_message = "公开内容已更新。"


class Unpublish(SuggestionStep):
    form_class = UnpublishForm
    rule = rules.may_unpublish
    transition = unpublish
    title = "撤下公开"
    button = "撤下"
    intro = "撤下后公开网站、搜索、订阅和开放数据中都不再出现；审查过的公开文本存档备查。"
    success_message = "已从公开网站撤下。"
