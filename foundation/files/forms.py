"""A form field for one or several uploads, checked before anything is kept."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from foundation.files.inspection import inspect
from foundation.files.models import FileFormat

MOST_FILES = 10


class UploadInput(forms.ClearableFileInput):
    """Offers what the office allows, so that the dialogue of the browser shows nothing else."""

    template_name = "django/forms/widgets/file.html"
    accept: Collection[str] | None = None

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        allowed = FileFormat.objects.filter(is_allowed=True).values_list("extension", flat=True)
        taken = [f".{extension}" for extension in allowed if self.accept is None or extension in self.accept]
        return super().get_context(name, None, {**(attrs or {}), "accept": ",".join(taken)})


class SeveralUploadsInput(UploadInput):
    allow_multiple_selected = True


class UploadField(forms.FileField):
    """One checked upload, or with `multiple` a list of them. `accept` narrows the extensions ("pdf", "jpg")."""

    def __init__(
        self, *, multiple: bool = False, accept: Collection[str] | None = None, most: int = MOST_FILES, **kwargs: Any
    ) -> None:
        self.multiple, self.accept, self.most = multiple, accept, most
        kwargs.setdefault("widget", SeveralUploadsInput() if multiple else UploadInput())
        kwargs.setdefault("error_messages", {}).setdefault("required", "请选择要上传的文件。")
        super().__init__(**kwargs)
        self.widget.accept = accept

    def clean(self, data: Any, initial: Any = None) -> Any:
        if not self.multiple:
            return self._checked(super().clean(data, initial))
        given = data if isinstance(data, list | tuple) else [data] if data else []
        if not given:
            super().clean(None, initial)
        return self._all_checked(given)

    def _all_checked(self, given: Collection[UploadedFile]) -> list[UploadedFile]:
        if len(given) > self.most:
            raise ValidationError(f"一次最多上传{self.most}个文件，请分次上传。")
        errors = []
        for upload in given:
            try:
                self._checked(upload)
            except ValidationError as error:
                errors.extend(error.error_list)
        if errors:
            raise ValidationError(errors)
        return list(given)

    def _checked(self, upload: UploadedFile | None) -> UploadedFile | None:
        if upload:
            inspect(upload, self.accept)
        return upload


def attachments(label: str = "附件") -> UploadField:
    """An optional field for several files."""
    return UploadField(label=label, multiple=True, required=False)
