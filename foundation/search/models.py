from collections.abc import Iterable
from typing import Any

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.checks import CheckMessage, Error
from django.db import models

from foundation.search.querysets import SearchableQuerySet
from foundation.search.text import normalise, vector_of


class Searchable(models.Model):
    """A model whose rows are found by any piece of their text; `class Meta(Searchable.Meta)` keeps the index."""

    search_text = models.TextField(editable=False, default="")
    search_vector = SearchVectorField(editable=False, null=True)

    objects = SearchableQuerySet.as_manager()

    class Meta:
        abstract = True
        # Without a pending list a search stays equally fast after a day of many writes.
        indexes = [GinIndex(fields=["search_vector"], name="%(app_label)s_%(class)s_find", fastupdate=False)]

    def search_source(self) -> str:
        """The text this row is found by."""
        raise TypeError(f"{type(self).__name__} must say what it is found by: override search_source()")

    def refresh_search(self) -> bool:
        """Renews the stored text and vector (call it before bulk_create). True when they changed."""
        text = normalise(self.search_source())
        if text == self.search_text and (self.search_vector is not None or not text):
            return False
        self.search_text, self.search_vector = text, vector_of(text)
        return True

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        changed = self.refresh_search()
        if changed and update_fields is not None:
            update_fields = {*update_fields, "search_text", "search_vector"}
        super().save(*args, update_fields=update_fields, **kwargs)

    @classmethod
    def check(cls, **kwargs: Any) -> list[CheckMessage]:
        """Adds search.E001: without the index a search reads the whole table."""
        return [*super().check(**kwargs), *([] if cls._is_indexed() else [_no_index(cls)])]

    @classmethod
    def _is_indexed(cls) -> bool:
        return any(isinstance(index, GinIndex) and index.fields == ["search_vector"] for index in cls._meta.indexes)


def _no_index(model: type[Searchable]) -> Error:
    hint = "请让该模型的 Meta 继承 Searchable.Meta，并把自己的索引与 Searchable.Meta.indexes 合并。"
    return Error("检索字段没有索引。", hint=hint, obj=model, id="search.E001")
