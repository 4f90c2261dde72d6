"""Experts, and legislative contact points."""

from django.urls import path

from supervision.views import advice_lists, contact_points, expert_steps, experts, point_publishing, points_public

PATHS = [
    path("experts/", experts.Experts.as_view(), name="experts"),
    path("experts/new/", expert_steps.EngageExpert.as_view(), name="engage-expert"),
    path("experts/<int:pk>/", experts.ExpertPage.as_view(), name="expert"),
    path("experts/<int:pk>/end/", expert_steps.EndExpert.as_view(), name="end-expert"),
    path("expert-matters/", experts.Matters.as_view(), name="expert-matters"),
    path("expert-matters/open/", advice_lists.OpenMatters.as_view(), name="open-expert-matters"),
    path("expert-matters/new/", expert_steps.AskExperts.as_view(), name="ask-experts"),
    path("expert-matters/<int:pk>/", experts.MatterPage.as_view(), name="expert-matter"),
    path("expert-matters/<int:pk>/say/", expert_steps.SayInMatter.as_view(), name="say-in-matter"),
    path("expert-matters/<int:pk>/close/", expert_steps.CloseMatter.as_view(), name="close-expert-matter"),
    path("advice/<int:pk>/enter/", expert_steps.EnterAdvice.as_view(), name="enter-advice"),
    path("advice/<int:pk>/weigh/", expert_steps.WeighAdvice.as_view(), name="weigh-advice"),
    path("contact-points/", contact_points.Points.as_view(), name="contact-points"),
    path("contact-points/new/", contact_points.FoundPoint.as_view(), name="found-contact-point"),
    path("contact-points/<int:pk>/end/", contact_points.EndPoint.as_view(), name="end-contact-point"),
    path("law-drafts/", contact_points.Drafts.as_view(), name="law-drafts"),
    path("law-drafts/open/", advice_lists.OpenDrafts.as_view(), name="open-law-drafts"),
    path("law-drafts/new/", contact_points.PutOutDraft.as_view(), name="put-out-draft"),
    path("law-drafts/<int:pk>/", contact_points.DraftPage.as_view(), name="law-draft"),
    path("law-drafts/<int:pk>/opinions/", contact_points.EnterDraftOpinion.as_view(), name="enter-draft-opinion"),
    path("law-drafts/<int:pk>/send/", contact_points.SendDraft.as_view(), name="send-draft"),
    path("law-drafts/<int:pk>/close/", contact_points.CloseDraft.as_view(), name="close-draft"),
    path("contact-points/<int:pk>/publish/", point_publishing.PublishPoint.as_view(), name="publish-contact-point"),
    path(
        "contact-points/<int:pk>/unpublish/", point_publishing.UnpublishPoint.as_view(), name="unpublish-contact-point"
    ),
    path("law-drafts/<int:pk>/publish/", point_publishing.PublishDraft.as_view(), name="publish-law-draft"),
    path("law-drafts/<int:pk>/unpublish/", point_publishing.UnpublishDraft.as_view(), name="unpublish-law-draft"),
    path("open/contact-points/", points_public.PublicPoints.as_view(), name="public-contact-points"),
    path("open/law-drafts/", points_public.PublicDrafts.as_view(), name="public-law-drafts"),
    path("open/law-drafts/<int:pk>/", points_public.PublicDraft.as_view(), name="public-law-draft"),
    path("draft-opinions/<int:pk>/weigh/", contact_points.WeighOpinion.as_view(), name="weigh-draft-opinion"),
]
