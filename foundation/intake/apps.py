from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "foundation.intake"
    verbose_name = "公众来件"
