"""The names and the footer of this site, out of settings.PORTAL_SITE; what is empty is not shown."""

from dataclasses import dataclass, fields

from django.conf import settings


@dataclass(frozen=True)
class SiteFacts:
    """Who runs the site and the lines a government site carries (政府网站发展指引, 国办发〔2017〕47号)."""

    name: str = "人大代表履职服务门户"
    organisation: str = ""
    undertaker: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    identity_code: str = ""
    icp: str = ""
    icp_url: str = "https://beian.miit.gov.cn/"
    police_record: str = ""
    police_record_url: str = ""
    error_report_url: str = ""
    sitemap_url: str = ""
    privacy_url: str = ""
    accessibility_url: str = ""
    domain: str = ""

    @property
    def records(self) -> list[tuple[str, str]]:
        """The registration lines that are filled in: (text, address or "")."""
        lines = [(f"网站标识码 {self.identity_code}" if self.identity_code else "", "")]
        lines += [(self.icp, self.icp_url), (self.police_record, self.police_record_url)]
        return [line for line in lines if line[0]]

    @property
    def links(self) -> list[tuple[str, str]]:
        """The footer's own links that are filled in."""
        lines = [("网站地图", self.sitemap_url), ("隐私声明", self.privacy_url)]
        lines += [("无障碍说明", self.accessibility_url), ("网站纠错", self.error_report_url)]
        return [line for line in lines if line[1]]


def site_facts() -> SiteFacts:
    """The facts of this installation; keys of PORTAL_SITE that nobody knows are ignored."""
    known = {field.name for field in fields(SiteFacts)}
    return SiteFacts(**{key: value for key, value in getattr(settings, "PORTAL_SITE", {}).items() if key in known})
