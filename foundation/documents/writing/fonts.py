"""Chinese fonts for PDF. The official ones are used where installed and never shipped; Noto is the fallback."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

# The last names of each row come from the package pylopdf-fonts-zh-cn or from Debian's fonts-noto-cjk.
SERIF = ("Noto Serif SC", "Noto Serif CJK SC", "Noto Sans SC", "Noto Sans CJK SC", "LXGW WenKai")
SANS = ("Noto Sans SC", "Noto Sans CJK SC", "Noto Serif SC", "Noto Serif CJK SC", "LXGW WenKai")
WANTED = {
    "fang": ("FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋", "STFangsong", *SERIF),
    "title": ("FZXiaoBiaoSong-B05S", "方正小标宋简体", "FZXiaoBiaoSong-B05", *reversed(SERIF[:2]), *SERIF),
    "hei": ("SimHei", "黑体", "STHeiti", *SANS),
    "kai": ("KaiTi_GB2312", "楷体_GB2312", "KaiTi", "楷体", "STKaiti", "LXGW WenKai", *SERIF),
    "song": ("SimSun", "宋体", "NSimSun", "STSong", *SERIF),
}
SENTENCE = (
    "本机没有可用的中文字体，暂不能生成 PDF，请先下载 Word 文档。"
    "管理员运行 script/setup 或安装系统软件包 fonts-noto-cjk 后即可生成。"
)


class NoChineseFont(Exception):
    """No font with Chinese glyphs is installed; the message says so and what to do, for the reader of the page."""

    def __init__(self) -> None:
        super().__init__(SENTENCE)


@cache
def found() -> Any:
    """Every font typst can see: those of the system and those of the package."""
    import typst  # noqa: PLC0415

    return typst.Fonts(font_paths=packaged())


def packaged() -> list[Path]:
    """The folder of the font package, when it is installed."""
    spec = find_spec("pylopdf_fonts_zh_cn")
    return [Path(spec.origin).parent] if spec and spec.origin else []


def chosen() -> dict[str, str]:
    """The family for each use. Raises NoChineseFont when one has none."""
    families = set(found().families())
    picked = {use: next((name for name in names if name in families), "") for use, names in WANTED.items()}
    if not all(picked.values()):
        raise NoChineseFont
    return picked


def pdf_refusal() -> str:
    """Why no PDF can be made here; empty when it can."""
    try:
        chosen()
    except NoChineseFont as refusal:
        return str(refusal)
    return ""
