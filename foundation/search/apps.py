from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "foundation.search"
    verbose_name = "检索"
