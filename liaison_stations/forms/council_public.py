"""Finding published opinions."""

from django import forms

from liaison_stations.models import StreetCongress


class PublicOpinionFilter(forms.Form):
    q = forms.CharField(label="标题", max_length=40, required=False)
    congress = forms.ModelChoiceField(
        label="街道", queryset=StreetCongress.objects.published().with_names(), required=False, empty_label="全部"
    )
