from django.apps import AppConfig


class WorkflowConfig(AppConfig):
    name = "foundation.workflow"
    verbose_name = "流程"
