from django.urls import path

from congress_portal.site import views

app_name = "site"
urlpatterns = [
    path("", views.HomePage.as_view(), name="home"),
    path("process/", views.ProcessPage.as_view(), name="process"),
    path("about/", views.AboutPage.as_view(), name="about"),
    path("contact/", views.ContactPage.as_view(), name="contact"),
    path("privacy/", views.PrivacyPage.as_view(), name="privacy"),
    path("accessibility/", views.AccessibilityPage.as_view(), name="accessibility"),
    path("sitemap/", views.SitemapPage.as_view(), name="sitemap"),
    path("sitemap.xml", views.sitemap_xml, name="sitemap-xml"),
    path("robots.txt", views.robots, name="robots"),
]
