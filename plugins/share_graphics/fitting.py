"""Text into a box: the largest size, the best-looking lines; what does not fit is never cut.

Widths grow in step with the size, so lines are chosen once in ems and scaled.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from plugins.share_graphics.breaking import Piece, pieces_of
from plugins.share_graphics.directions import is_right_to_left
from plugins.share_graphics.fonts import RUNNING_LEADING, SCRIPTS
from plugins.share_graphics.shaping import Shaped, even_weight, shape_line

CAP_HEIGHT = 0.66  # em, Source Sans 3 (its OS/2 table)
_FALL = 0.13  # em below the last baseline that count even where no letter reaches there
_AIR = 0.04  # em kept free between the ink of two lines
_WIDOW = 0.45  # a last line shorter than this part of the width looks forgotten
_WIDOW_PRICE = 0.6
_FORGOTTEN, _WORTH_FORGOTTEN = 0.66, 0.8  # a last word alone, beside the widest line; its price
_WORTH_TORN = 0.88
_IN_A_BOX = 0.4  # what the price of a line's end counts where even lines matter more


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is to be set: what decides its lines besides the room."""

    text: str
    weight: str
    lang: str
    rtl: bool
    running: bool = False
    """Running text is led wider than display text."""


def setting_of(text: str, weight: str, lang: str, *, running: bool = False) -> Setting:
    """The setting of a text in a language, in a weight that all its letters can be drawn in."""
    return Setting(text, even_weight(text, weight), lang, is_right_to_left(lang), running)


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text broken and sized. Offsets are pixels from the top of the box to each baseline."""

    setting: Setting
    size: int
    lines: tuple[str, ...]
    baselines: tuple[float, ...]
    width: float
    height: float
    """Down to the lowest ink."""


def fit_largest(
    setting: Setting, width: float, height: float, sizes: tuple[int, int], max_lines: int
) -> Fitted | None:
    """The text as large as it goes between the two sizes; None where the smallest is too large."""
    best: Fitted | None = None
    most = 0.0
    for lines in _balanced(setting, max_lines):
        fitted = _sized(setting, lines, width, height, sizes)
        worth = _worth(fitted) if fitted else 0.0
        if worth > most * 1.03:  # one more line must be worth it
            best, most = fitted, worth
    return best or fit_at(setting, width, height, sizes[0], max_lines)


def _worth(fitted: Fitted) -> float:
    """The size, less where the last line is a forgotten word or a line ends inside a clause of
    Chinese, which has no spaces to show where its words end."""
    last = fitted.lines[-1]
    setting = fitted.setting
    wide = shape_line(last, setting.weight, setting.lang, setting.rtl).advance * fitted.size
    alone = len(fitted.lines) > 1 and " " not in last and wide < _FORGOTTEN * fitted.width
    torn = sum("\u4e00" <= line[-1] <= "\u9fff" for line in fitted.lines[:-1])
    return fitted.size * (_WORTH_FORGOTTEN if alone else 1.0) * _WORTH_TORN**torn


def fit_at(
    setting: Setting, width: float, height: float, size: int, max_lines: int
) -> Fitted | None:
    """The text at one size, in even lines; None where it needs more lines or height."""
    # Letters of neighbouring words may reach a little further together than alone.
    for spare in (1.0, 0.985, 0.96):
        lines = _wrapped(setting, width / size * spare)
        if lines is None or len(lines) > max_lines:
            return None
        fitted = _sized(setting, lines, width, height, (size, size))
        if fitted:
            return fitted
    return None


def _sized(
    setting: Setting, lines: tuple[str, ...], width: float, height: float, sizes: tuple[int, int]
) -> Fitted | None:
    shaped = [shape_line(line, setting.weight, setting.lang, setting.rtl) for line in lines]
    wide = max(s.right - s.left for s in shaped)
    drops = _drops(shaped, setting.running)
    tall = drops[-1] + max(shaped[-1].bottom, _FALL)
    size = min(sizes[1], int(width / wide), int(height / tall))
    if size < sizes[0]:
        return None
    baselines = tuple(drop * size for drop in drops)
    return Fitted(setting, size, lines, baselines, wide * size, tall * size)


def _drops(shaped: Sequence[Shaped], running: bool) -> list[float]:
    """Baselines in ems below the top of the box; ink of neighbouring lines never meets."""
    leading = max(SCRIPTS[script].leading for s in shaped for script in s.scripts)
    leading += RUNNING_LEADING if running else 0.0
    drops = [max(CAP_HEIGHT, shaped[0].top)]
    for above, below in pairwise(shaped):
        drops.append(drops[-1] + max(leading, above.bottom + below.top + _AIR))
    return drops


@lru_cache(maxsize=2048)
def _balanced(setting: Setting, max_lines: int) -> list[tuple[str, ...]]:
    """The text in 1, 2, ... `max_lines` lines of even length, whatever the size."""
    pieces = pieces_of(setting.text, setting.weight, setting.lang, setting.rtl)
    total = sum(piece.width + piece.space for piece in pieces)
    found = []
    for count in range(1, min(max_lines, len(pieces)) + 1):
        ends = _cheapest(pieces, count, total / count)
        if ends:
            found.append(_joined(pieces, ends))
    return found


def _cheapest(pieces: tuple[Piece, ...], count: int, average: float) -> list[int] | None:
    """The ends of exactly `count` lines that differ least from the average width."""
    # costs[j]: (price of the first j pieces in the lines so far, their ends)
    costs: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    for _ in range(count):
        following: dict[int, tuple[float, list[int]]] = {}
        for start, (paid, ends) in costs.items():
            width = 0.0
            for end in range(start + 1, len(pieces) + 1):
                piece = pieces[end - 1]
                width += piece.width
                off = width / average - 1
                if off > 1 and end > start + 1:
                    break
                price = paid + off * off + (piece.price if end < len(pieces) else 0.0)
                if end not in following or price < following[end][0]:
                    following[end] = (price, [*ends, end])
                width += piece.space
        costs = following
    return costs[len(pieces)][1] if len(pieces) in costs else None


@lru_cache(maxsize=4096)
def _wrapped(setting: Setting, width: float) -> tuple[str, ...] | None:
    """The text in as few lines of at most `width` ems as it takes, even and without a widow."""
    pieces = pieces_of(setting.text, setting.weight, setting.lang, setting.rtl)
    # best[j]: (lines, price, ends) of the first j pieces
    best: list[tuple[int, float, list[int]] | None] = [(0, 0.0, [])]
    for end in range(1, len(pieces) + 1):
        best.append(_best_line_to(pieces, end, width, best))
    last = best[-1]
    return _joined(pieces, last[2]) if last else None


def _best_line_to(
    pieces: tuple[Piece, ...],
    end: int,
    width: float,
    best: Sequence[tuple[int, float, list[int]] | None],
) -> tuple[int, float, list[int]] | None:
    found: tuple[int, float, list[int]] | None = None
    used = -pieces[end - 1].space
    for start in range(end - 1, -1, -1):
        used += pieces[start].width + pieces[start].space
        if used > width:
            break
        before = best[start]
        if before is None:
            continue
        price = before[1] + _line_price(pieces, start, end, used / width)
        if found is None or (before[0] + 1, price) < found[:2]:
            found = (before[0] + 1, price, [*before[2], end])
    return found


def _line_price(pieces: tuple[Piece, ...], start: int, end: int, filled: float) -> float:
    if end == len(pieces):
        return _WIDOW_PRICE if start and filled < _WIDOW else 0.0
    return (1 - filled) ** 2 + pieces[end - 1].price * _IN_A_BOX


def _joined(pieces: tuple[Piece, ...], ends: list[int]) -> tuple[str, ...]:
    starts = [0, *ends[:-1]]
    return tuple(
        "".join(piece.text + (" " if piece.space else "") for piece in pieces[start:end]).rstrip()
        for start, end in zip(starts, ends, strict=True)
    )
