"""Invented names, the same ones each time."""

from collections.abc import Iterator
from random import Random

SURNAMES = "陈林黄张李王吴刘蔡杨郑谢许郭洪曾邱廖赖周叶苏庄吕江何罗高潘简朱钟彭游詹胡施沈余卢梁赵颜柯翁魏孙戴范方宋"
GIVEN_FIRST = "建国明志文海春晓立永玉德宏新家思雅丽秀佳雨梦成振光少兴"
GIVEN_SECOND = "华强军平芳敏静伟勇磊洋杰娟涛超霞刚辉玲燕红梅兰峰宁琴云飞鹏凯"


def names(seed: str) -> Iterator[str]:
    """Names without end, none twice; the same row for the same seed."""
    random, told = Random(seed), set()
    while True:
        name = random.choice(SURNAMES) + random.choice(GIVEN_FIRST) + random.choice(GIVEN_SECOND)
        if name not in told:
            told.add(name)
            yield name
