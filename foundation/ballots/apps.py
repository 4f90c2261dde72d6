from django.apps import AppConfig


class BallotsConfig(AppConfig):
    name = "foundation.ballots"
    verbose_name = "票决"
