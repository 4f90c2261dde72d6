from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.checks import CheckMessage, Error
from django.db import models

from foundation.search.likeness.keys import keys_of
from foundation.search.querysets import FingerprintQuerySet, SearchableQuerySet
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


class Fingerprint(models.Model):
    """What a paper of any room is recognised by when another resembles it (`likeness.keys`). One row for each paper.

    Beside the papers and not among their columns: lists stay narrow, and a change of state touches no index of this.
    """

    subject_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    subject_id = models.PositiveBigIntegerField()
    keys = ArrayField(models.IntegerField())

    objects = FingerprintQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "查重特征"
        constraints = [models.UniqueConstraint(fields=["subject_type", "subject_id"], name="search_fingerprint_once")]
        indexes = [GinIndex(fields=["keys"], name="search_fingerprint_keys", fastupdate=False)]

    def __str__(self) -> str:
        return f"{self.subject_type_id}:{self.subject_id}"


class Resembling(models.Model):
    """A model whose rows are compared with others; saving one renews its fingerprint."""

    # A save of none of these fields leaves the fingerprint as it is.
    resembles_by: tuple[str, ...] = ()

    class Meta:
        abstract = True

    def resemblance(self) -> tuple[str, str] | None:
        """Title and body that are compared; None while the row is nobody else's business."""
        raise TypeError(f"{type(self).__name__} must say what it is compared by: override resemblance()")

    def fingerprint(self) -> Fingerprint | None:
        """The unsaved fingerprint of the present text."""
        texts = self.resemblance()
        if texts is None:
            return None
        kind = ContentType.objects.get_for_model(self, for_concrete_model=True)
        return Fingerprint(subject_type=kind, subject_id=self.pk, keys=keys_of(*texts))

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        super().save(*args, update_fields=update_fields, **kwargs)
        if update_fields is None or set(self.resembles_by) & set(update_fields):
            Fingerprint.objects.renew([self])
