"""The public board of livelihood projects."""

from typing import Any

from django import forms

from supervision.models import ProjectField, ProjectYear
from supervision.states.project import PUBLIC_STATES, ProjectState


class BoardFilter(forms.Form):
    q = forms.CharField(label="项目或地点", max_length=40, required=False)
    year = forms.TypedChoiceField(label="年度", coerce=int, required=False)
    field = forms.ModelChoiceField(
        label="领域", queryset=ProjectField.objects.all(), required=False, empty_label="全部"
    )
    state = forms.ChoiceField(
        label="状态",
        choices=[("", "全部"), *((state.value, ProjectState(state).label) for state in PUBLIC_STATES)],
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        years = ProjectYear.objects.public().order_by("-year").values_list("year", flat=True).distinct()
        self.fields["year"].choices = [("", "全部"), *((year, f"{year}年") for year in years)]
