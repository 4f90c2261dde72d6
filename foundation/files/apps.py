from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "foundation.files"
    verbose_name = "文件"
