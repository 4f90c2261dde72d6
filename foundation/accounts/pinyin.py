"""The order of Chinese names: a stored key, because the database has no Chinese collation of its own."""

from pypinyin import Style, lazy_pinyin, load_phrases_dict

# Family names read otherwise than the same character in running text.
COMPOUND_SURNAMES = {
    "尉迟": ["yu", "chi"],
    "万俟": ["mo", "qi"],
    "长孙": ["zhang", "sun"],
    "单于": ["chan", "yu"],
    "澹台": ["tan", "tai"],
    "令狐": ["ling", "hu"],
    "宇文": ["yu", "wen"],
    "欧阳": ["ou", "yang"],
    "上官": ["shang", "guan"],
    "司马": ["si", "ma"],
    "诸葛": ["zhu", "ge"],
    "夏侯": ["xia", "hou"],
    "皇甫": ["huang", "fu"],
    "公孙": ["gong", "sun"],
}
SURNAMES = {
    "单": "shan", "解": "xie", "仇": "qiu", "曾": "zeng", "区": "ou", "查": "zha", "朴": "piao", "任": "ren",
    "华": "hua", "盖": "ge", "翟": "zhai", "尉": "wei", "乐": "yue", "覃": "qin", "缪": "miao", "种": "chong",
    "繁": "po", "秘": "bi", "员": "yun", "折": "she", "洗": "xian", "冼": "xian", "召": "shao", "幺": "yao",
    "黑": "he", "重": "chong", "祭": "zhai", "隗": "wei", "燕": "yan", "应": "ying", "宁": "ning", "葛": "ge",
    "那": "na", "晟": "cheng", "盛": "sheng", "占": "zhan", "令": "ling", "瞿": "qu", "都": "du", "车": "che",
    "石": "shi", "沈": "shen", "过": "guo", "炅": "gui", "逄": "pang", "乜": "nie", "缴": "jiao", "俞": "yu",
    "卜": "bu", "柏": "bai", "臧": "zang", "褚": "chu", "厍": "she", "戚": "qi", "郗": "xi", "强": "qiang",
}  # fmt: skip

# Place and unit words that pypinyin reads wrongly at the head of an organisation's name.
load_phrases_dict({"重庆": [["chóng"], ["qìng"]], "长": [["cháng"]], "行政": [["xíng"], ["zhèng"]]})


def person_key(name: str) -> str:
    """Sort key of a person's name: family name by the map, given name, and the characters last for a stable order.

    >>> person_key("单雄信")
    'shan xiong xin 单雄信'
    """
    bare = "".join(name.split())
    head = COMPOUND_SURNAMES.get(bare[:2])
    if head is None and bare[:1] in SURNAMES:
        head = [SURNAMES[bare[:1]]]
    syllables = [*(head or []), *_syllables(bare[len(head or []) :])]
    return " ".join([*syllables, bare])[:200]


def title_key(title: str) -> str:
    """Sort key of an organisation, an area or any other Chinese title."""
    return " ".join([*_syllables(title.strip()), title.strip()])[:200]


def _syllables(text: str) -> list[str]:
    return [part.lower() for part in lazy_pinyin(text, style=Style.NORMAL) if part.strip()]
