"""The measures of GB/T 9704-2012, in millimetres and points, named once for both formats."""

PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
# 5.2.1: top (天头) 37, binding edge (订口) 28; what is left of 156 x 225 mm is right and bottom.
MARGIN_TOP, MARGIN_BOTTOM, MARGIN_LEFT, MARGIN_RIGHT = 37.0, 35.0, 28.0, 26.0
LINES, CHARACTERS = 22, 28

# 3号, 2号, 4号, 小4号, 5号.
BODY, TITLE, SMALL, TABLE, TINY = 16.0, 22.0, 14.0, 12.0, 10.5
LINE_PITCH = 28.95
# 28 characters of 16 pt are 448 pt, the type area has 442.2: each character gives up a quarter of a point.
TRACKING = -0.25
# Inside a table the lines stand closer.
TABLE_PITCH = 18.0

# 7.2.4, 10.1: the mark's upper edge lies 30 mm below the upper edge of the paper; two double lines of 170 mm.
LETTER_MARK_TOP, LETTER_LINE_WIDTH, LETTER_LINE_BELOW_MARK, LETTER_LOW_LINE_BOTTOM = 30.0, 170.0, 4.0, 20.0
# 7.2.4: in the ordinary format the mark's upper edge lies 35 mm below the edge of the type area.
FILE_MARK_BELOW_TYPE_AREA = 35.0
FILE_LINE_BELOW_NUMBER = 4.0
# 7.5: the dash of the page number lies 7 mm below the type area.
PAGE_NUMBER_BELOW = 7.0
SMALL_ROOM = 6.0  # what a line of 4号 needs of the margin
# 7.4.1: first and last line of the copy list 0.35 mm, those between 0.25 mm.
COPY_LINE, COPY_LINE_BETWEEN = 0.35, 0.25

RED = "C00000"
THICK, THIN = 2.25, 0.75
# The letter's double line from edge to edge, with its gap; the size of the mark is left to the issuing body.
LETTER_LINE_HEIGHT = 5.0
MARK = 30.0

POINTS_PER_MM = 72 / 25.4


def points(millimetres: float) -> float:
    """Millimetres as points."""
    return millimetres * POINTS_PER_MM


def advance(size: float = BODY) -> float:
    """Width one full-width character takes in the text, in points."""
    return size + TRACKING
