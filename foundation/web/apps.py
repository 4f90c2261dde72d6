from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "foundation.web"
    verbose_name = "页面组件"
