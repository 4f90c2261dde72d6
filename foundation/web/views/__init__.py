"""The few base views every page of the portal is made of."""

from foundation.web.views.create import CreateStep
from foundation.web.views.detail import DetailPage
from foundation.web.views.door import Behind
from foundation.web.views.listing import ListPage
from foundation.web.views.step import StepView

__all__ = ["Behind", "CreateStep", "DetailPage", "ListPage", "StepView"]
