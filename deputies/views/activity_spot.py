"""Where the hall is, marked by whoever stands in it."""

from typing import Any

from deputies import rules
from deputies.forms.places import SpotForm
from deputies.transitions.mark_spot import mark_spot
from deputies.views.activity_office import ActivityStep


class MarkSpot(ActivityStep):
    template_name = "deputies/mark_spot.html"
    form_class = SpotForm
    rule = rules.may_mark_spot
    transition = mark_spot
    title = "标注会场位置"
    button = "保存会场位置"
    success_message = "会场位置已标注，代表扫码签到时会核对位置。"
    versioned = False

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        intro = (
            f"请在会场内用手机打开本页标注。代表扫码签到时，手机须在{self.object.kind.place_metres}米以内；"
            "不同意定位的代表，请在“登记出席情况”中登记。"
        )
        return super().get_context_data(**{"intro": intro, **kwargs})
