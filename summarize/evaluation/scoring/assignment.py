"""Optimal one-to-one assignment: which item answers to which label, so that they agree best as a whole.

Taking the best pair first, and then the best of what is left, can end far from that.
"""

from __future__ import annotations

import math
from collections.abc import Sequence


def assign(similarity: Sequence[Sequence[float]], least: float) -> list[tuple[int, int]]:
    """Pairs of row and column, each in at most one, with the greatest sum of similarities; in the order of the rows.

    Of several ways with the same sum, a row keeps the first column that nobody else needs; the result depends on nothing but the
    arguments. Takes time proportional to the square of the shorter side times the longer one.

    Args:
        similarity: one row for each item, one column for each label, all rows of one length. None is below 0.
        least: a pair below it is never made; above 0.

    Raises:
        ValueError: rows differ in length, a similarity is negative or no number, or `least` is not above 0.
    """
    width = len(similarity[0]) if similarity else 0
    if any(len(row) != width for row in similarity):
        raise ValueError("every row needs the same number of columns")
    if not all(0 <= value < math.inf for row in similarity for value in row):
        raise ValueError("a similarity is a finite number from 0 upwards")
    if not least > 0:
        raise ValueError("the least similarity of a pair must be above 0")
    if len(similarity) > width:
        turned = [[row[column] for row in similarity] for column in range(width)]
        return sorted((row, column) for column, row in assign(turned, least))
    # A pair that may not be made is worth as much as none: where the best full assignment has it, both stay alone.
    worth = [[value if value >= least else 0.0 for value in row] for row in similarity]
    return [(row, column) for row, column in enumerate(_columns(worth)) if similarity[row][column] >= least]


def _columns(worth: list[list[float]]) -> list[int]:
    """The column of each row in the full assignment of greatest worth; there are at least as many columns as rows.

    By shortest augmenting paths (Kuhn 1955, Jonker and Volgenant 1987): rows are placed one after the other, each along the path that
    costs least, on which rows placed before may move to other columns. `row_price` and `column_price` are the dual variables.
    """
    width = len(worth[0]) if worth else 0
    row_price = [0.0] * len(worth)
    column_price = [0.0] * width
    holder: list[int | None] = [None] * width
    for first in range(len(worth)):
        distance = [math.inf] * width
        before: list[int | None] = [None] * width
        reached: list[int] = []
        open_columns = list(range(width))
        row, column_from, gone = first, None, 0.0
        while True:
            for column in open_columns:
                detour = gone - worth[row][column] - row_price[row] - column_price[column]
                if detour < distance[column]:
                    distance[column], before[column] = detour, column_from
            # Of equally near columns a free one, so that rows that are alike keep their order.
            nearest = min(open_columns, key=lambda column: (distance[column], holder[column] is not None, column))
            gone = distance[nearest]
            open_columns.remove(nearest)
            held_by = holder[nearest]
            if held_by is None:
                break
            reached.append(nearest)
            row, column_from = held_by, nearest
        row_price[first] += gone
        for column in reached:
            moved = holder[column]
            assert moved is not None
            row_price[moved] += gone - distance[column]
            column_price[column] -= gone - distance[column]
        end: int | None = nearest
        while end is not None:
            previous = before[end]
            holder[end] = first if previous is None else holder[previous]
            end = previous
    columns = [-1] * len(worth)
    for column, held_by in enumerate(holder):
        if held_by is not None:
            columns[held_by] = column
    return columns
