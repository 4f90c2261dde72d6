"""Says at start what the documents of this machine will lack."""

from django.core.checks import CheckMessage, Warning, register

from foundation.documents.writing import pdf_refusal


@register("documents", deploy=True)
def pdf_can_be_written(**_: object) -> list[CheckMessage]:
    """documents.W001: no Chinese font, so letters are kept as Word files alone."""
    if not pdf_refusal():
        return []
    hint = "请运行 script/setup，或者安装系统软件包 fonts-noto-cjk。"
    return [Warning("没有可用的中文字体，答复函只能生成 Word 文档。", hint=hint, id="documents.W001")]
