"""What a deputy's public page (代表风采) can be, and what the deputy has said to it."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step


class PageState(TextChoices):
    HIDDEN = "hidden", "未公开"
    SHOWN = "shown", "已公开"


class Consent(TextChoices):
    """To the photograph and the words about himself; the basics are public by law (代表法 58)."""

    UNASKED = "unasked", "未征询"
    GIVEN = "given", "同意公开"
    REFUSED = "refused", "不同意公开"


S = PageState
PAGE_FLOW = Flow(
    name="public_page",
    title="代表公开页面",
    states=PageState,
    start=S.HIDDEN,
    steps=(
        Step("publish_page", (S.HIDDEN, S.SHOWN), S.SHOWN, "审核公开", "may_publish_page"),
        Step("hide_page", (S.SHOWN,), S.HIDDEN, "撤下公开", "may_hide_page"),
    ),
)
