"""A slip out of the opinion box is scanned and entered."""

from django.contrib import messages

from foundation.intake.codes import grouped
from liaison_stations.forms.entering import SlipForm
from liaison_stations.rules import box as box_rules
from liaison_stations.transitions import box
from liaison_stations.views.box import BoxStep
from liaison_stations.views.entering import TELL


class EnterSlip(BoxStep):
    """One after the other; the writer who left a way to reach him is told number and code."""

    form_class = SlipForm
    rule = box_rules.may_enter_slip
    transition = box.enter_slip
    title = "录入意见"
    button = "录入"
    intro = "先扫描，再照原文录入。录入后作为来信办理，与网上来信同样答复。"
    success_message = "已录入。"

    def get_title(self) -> str:
        return f"录入第{self.object.entered_count + 1}张（共{self.object.slips}张）"

    def get_success_url(self) -> str:
        slip, code = self.result
        if slip.letter.writer.phone or slip.letter.writer.address:
            messages.warning(self.request, TELL.format(letter=slip.letter, code=grouped(code)))
        return super().get_success_url()
