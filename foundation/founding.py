"""A migration that founds an app: all of its models are told first and drawn once, then the tables are made.

Django draws a model, and every model related to it, anew after each operation. With some two hundred models that all
lead to the user that took most of a minute; a new portal should stand in seconds.
"""

from typing import Any

from django.db.migrations import Migration
from django.db.migrations.state import ProjectState


class Founding(Migration):
    """For operations that make models whole and add triggers; not for ones that change what another has made."""

    def apply(self, project_state: ProjectState, schema_editor: Any, collect_sql: bool = False) -> ProjectState:
        before = project_state.clone()
        # Without drawn models the state only takes notes.
        project_state.__dict__.pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(self.app_label, project_state)
        for operation in self.operations:
            operation.database_forwards(self.app_label, schema_editor, before, project_state)
        return project_state
