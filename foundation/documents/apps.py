from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "foundation.documents"
    verbose_name = "公文"

    def ready(self) -> None:
        from foundation.documents import checks  # noqa: F401, PLC0415
