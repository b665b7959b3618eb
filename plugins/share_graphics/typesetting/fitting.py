"""Text into a box: the largest size, the best-looking lines; what does not fit is never cut.

Widths grow in step with the size, so lines are chosen once in ems and scaled.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from plugins.share_graphics.typesetting.breaking import pieces_of
from plugins.share_graphics.typesetting.directions import runs_right_to_left
from plugins.share_graphics.typesetting.fallback import even_weight
from plugins.share_graphics.typesetting.fonts import RUNNING_LEADING, SCRIPTS
from plugins.share_graphics.typesetting.line_search import Run, even_lines, lines_within, run_of
from plugins.share_graphics.typesetting.shaping import Shaped, shape_line

CAP_HEIGHT = 0.66  # em, Source Sans 3 (its OS/2 table)
_FALL = 0.13  # em below the last baseline that count even where no letter reaches there
_AIR = 0.04  # em kept free between the ink of two lines
_BEARINGS = 0.2  # em, by which the ink of a line may be narrower than its letters' sum
_SPACE = 0.3  # em, at least as wide as the space that a line's end takes away
_LEAST_INK = 0.01  # em, so that a text that nobody sees divides nothing by nothing
# A word alone on the last line, or on another, that is this much shorter than the widest line.
_FORGOTTEN, _SHORT, _WORTH_FORGOTTEN = 0.70, 0.50, 0.72
_WORTH_TORN = 0.88
_WORTH_LINE = 0.97  # one more line must be worth it
_LEAST_LEADING = min(script.leading for script in SCRIPTS.values())


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is to be set: what decides its lines besides the room."""

    text: str
    weight: str
    lang: str
    rtl: bool
    running: bool = False
    """Running text is led wider than display text, and its lines are filled, not even."""


def setting_of(text: str, weight: str, lang: str, *, running: bool = False) -> Setting:
    """The setting of a text in a language, in a weight that all its letters can be drawn in."""
    return Setting(text, even_weight(text, weight), lang, runs_right_to_left(text, lang), running)


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
    for bound, count in _promising(setting, width, height, sizes, max_lines):
        if bound <= most:
            break
        lines = _in_even_lines(setting, count)
        fitted = _sized(setting, lines, width, height, sizes) if lines else None
        worth = _worth(fitted) if fitted else 0.0
        if worth > most:
            best, most = fitted, worth
    return best or fit_at(setting, width, height, sizes[0], max_lines)


def _promising(
    setting: Setting, width: float, height: float, sizes: tuple[int, int], max_lines: int
) -> list[tuple[float, int]]:
    """Numbers of lines with the most that they can be worth, the best first."""
    run = _run(setting)
    found = []
    for count in range(1, min(max_lines, len(run.pieces)) + 1):
        wide = max(run.widest, run.ends[-1] / count - _SPACE) - _BEARINGS
        tall = CAP_HEIGHT + (count - 1) * _leading(setting, frozenset()) + _FALL
        size = min(sizes[1], width / max(wide, _LEAST_INK), height / tall)
        if size >= sizes[0]:
            found.append((size * _WORTH_LINE ** (count - 1), count))
    return sorted(found, reverse=True)


def _worth(fitted: Fitted) -> float:
    """The size, less for each line, for a word forgotten on a line of its own, and for a line that
    ends inside a clause of Chinese, which has no spaces to show where its words end."""
    setting = fitted.setting
    value = fitted.size * _WORTH_LINE ** (len(fitted.lines) - 1)
    for place, line in enumerate(fitted.lines):
        wide = shape_line(line, setting.weight, setting.lang, setting.rtl).advance * fitted.size
        last = place == len(fitted.lines) - 1
        least = _FORGOTTEN if last else _SHORT
        if wide < least * fitted.width and " " not in line:
            value *= _WORTH_FORGOTTEN
        if not last and "\u4e00" <= line[-1] <= "\u9fff":
            value *= _WORTH_TORN
    return value


@lru_cache(maxsize=1024)
def fit_at(
    setting: Setting, width: float, height: float, size: int, max_lines: int
) -> Fitted | None:
    """The text at one size, in even lines; None where it needs more lines or height."""
    # The ink of a line may reach a little further than its letters' places.
    for spare in (1.0, 0.985, 0.96):
        lines = _wrapped(setting, width / size * spare, max_lines)
        if lines is None:
            return None
        if _block(setting, lines).width * size <= width:
            return _sized(setting, lines, width, height, (size, size))
    return None


def _sized(
    setting: Setting, lines: tuple[str, ...], width: float, height: float, sizes: tuple[int, int]
) -> Fitted | None:
    block = _block(setting, lines)
    size = min(sizes[1], int(width / block.width), int(height / block.height))
    if size < sizes[0]:
        return None
    baselines = tuple(drop * size for drop in block.drops)
    return Fitted(setting, size, lines, baselines, block.width * size, block.height * size)


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines measured in ems: the ink's width, down to the baselines, down to the lowest ink."""

    width: float
    drops: tuple[float, ...]
    height: float


@lru_cache(maxsize=1024)
def _block(setting: Setting, lines: tuple[str, ...]) -> _Block:
    shaped = [shape_line(line, setting.weight, setting.lang, setting.rtl) for line in lines]
    wide = max(_LEAST_INK, *(line.right - line.left for line in shaped))
    drops = _drops(shaped, setting)
    return _Block(wide, tuple(drops), drops[-1] + max(shaped[-1].bottom, _FALL))


def _drops(shaped: Sequence[Shaped], setting: Setting) -> list[float]:
    """Baselines in ems below the top of the box; ink of neighbouring lines never meets."""
    leading = _leading(setting, frozenset[str]().union(*(line.scripts for line in shaped)))
    drops = [max(CAP_HEIGHT, shaped[0].top)]
    for above, below in pairwise(shaped):
        drops.append(drops[-1] + max(leading, above.bottom + below.top + _AIR))
    return drops


def _leading(setting: Setting, scripts: frozenset[str]) -> float:
    """Ems from line to line: what the script that needs most needs."""
    least = max((SCRIPTS[script].leading for script in scripts), default=_LEAST_LEADING)
    return least + (RUNNING_LEADING if setting.running else 0.0)


@lru_cache(maxsize=512)
def _run(setting: Setting) -> Run:
    return run_of(pieces_of(setting.text, setting.weight, setting.lang, setting.rtl))


@lru_cache(maxsize=1024)
def _in_even_lines(setting: Setting, count: int) -> tuple[str, ...] | None:
    run = _run(setting)
    ends = even_lines(run, count)
    return run.lines(ends) if ends else None


@lru_cache(maxsize=1024)
def _wrapped(setting: Setting, width: float, max_lines: int) -> tuple[str, ...] | None:
    run = _run(setting)
    ends = lines_within(run, width, max_lines, even=not setting.running) if run.pieces else None
    return run.lines(ends) if ends else None
