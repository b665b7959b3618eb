"""What belongs together on one line: a number with its unit, a telephone number, a date, a range.

Each pattern is a row; no line ends inside what it finds. Words are those of the languages that
Housecall speaks, and the commonest of the others that it draws.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from plugins.share_graphics.typesetting.clusters import is_emoji

_MONTHS = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    "Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
)
_BETWEEN_NUMBERS = (  # "2 of 100", "5 to 10", "11 de cada 100", "26 de noviembre"
    "of|of every|out of|in|to|and|x|×|de|de cada|en|a|y|von|sur|su|из|до|από|trên|tháng|đến|"
    "में से|से|من|من كل|إلى|از"
)
_MESES = "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
_COUNTED = (  # what the number after it completes: "type 2", "age 65", "No. 5"
    "[Tt]ypes?|[Tt]ipos?|[Ss]tages?|[Gg]rades?|[Pp]hases?|[Aa]ges?|[Ff]ase|[Ee]tapa|[Nn]o\\.|"
    "[Nn]\\.?[ºo°]|№|тип|[Tt]uýp|टाइप|النوع"
)
_TITLES = "Dra?|Mrs?|Ms|Mx|Prof|Sra?|Srta"
_CHINESE_UNITS = (  # those of more than one character; any character after a figure stays with it
    "毫米汞柱|分钟|小时|个小时|个月|个星期|星期|毫克|毫升|微克|公斤|千克|厘米|毫米|公里|千米|"
    "摄氏度|周岁|百分点|国际单位|千卡|大卡"
)

# "5", "140/90", "1,000", "(212)", "10:30", "$5", "50%", "2–3", "٣٨٫٥": a figure by itself.
_FIGURE = r"[(\[$€£<>≤≥~≈+−-]*[\d½¼¾](?:[\d.,:/×–%°٫٬٪-]*[\d½¼¾%°٪])?[)\]]?"
_ALONE = r"(?<![A-Za-zÀ-ɏͰ-ӿḀ-ỿ\d.,:/-])"

_WITHOUT_FIGURES = (
    re.compile(r"\S [–—·•|] "),  # these do not start a line
    re.compile(r"[(\[（][^()\[\]（） ]{1,6}(?: [^()\[\]（） ]{1,6})?[)\]）]"),  # "(mm Hg)"
    re.compile(rf"\b(?:{_TITLES})\.? [A-ZÀ-Þ]"),
    re.compile(r"[a-zß-ÿ] [B-HJ-Z](?![\w'’.])"),  # "vitamin D", "hepatitis B", but not "a", "I"
)
_WITH_FIGURES = (
    re.compile(rf"{_ALONE}{_FIGURE}(?=( ?[^\s(\[（]))"),  # with the word or character after it
    re.compile(r"\d[ \u00a0]?(?:mm[ \u00a0]Hg|[A-Za-zµμ]{1,6}/[A-Za-z0-9])"),  # "mmol/L"
    re.compile(rf"\d[%٪]?\)? (?:{_BETWEEN_NUMBERS}) {_FIGURE}"),
    re.compile(rf"\d\.? (?:de )?(?:{_MESES})\b"),
    re.compile(rf"\d ?(?:{_CHINESE_UNITS})"),
    re.compile(r"(?:\d年 ?)?\d ?月 ?\d+ ?[日号]|(?:每[天日周月年次晚早]|[约近满逾第共仅]) ?\d"),
    re.compile(r"[\w).\u00a0][-–]\d"),  # "9:00 AM–12:00 PM"
)
_COMPLETE = (  # the word after such a number is not its unit
    re.compile(rf"\b(?:{_MONTHS})\.? \d{{1,2}}\b"),
    re.compile(rf"(?<!\w)(?:{_COUNTED}) {_FIGURE}"),
)
PHONE = re.compile(
    r"(?:\+\d{1,3}[ \u00a0.-]?)?(?:\(\d{1,4}\)[ \u00a0.-]?)?\d{2,4}(?:[ \u00a0.-]\d{2,4}){1,4}"
)
LEAST_DIGITS = 7  # of a telephone number
_ANY_FIGURE = re.compile(r"[\d½¼¾]")

Span = tuple[int, int]


def without_torn(text: str, places: list[int]) -> list[int]:
    """The places before which a line may end, but for those inside what belongs together."""
    spans = _found(_WITHOUT_FIGURES, text)
    if _ANY_FIGURE.search(text):
        spans += _numbers(text)
    torn = {place for start, end in spans for place in range(start + 1, end)}
    return [place for place in places if place not in torn and not _tears_picture(text, place)]


def _numbers(text: str) -> list[Span]:
    phones = [(start, end) for start, end in _found((PHONE,), text)
              if sum(map(str.isdigit, text[start:end])) >= LEAST_DIGITS]  # fmt: skip
    complete = phones + _found(_COMPLETE, text)
    return complete + [
        (start, end)
        for start, end in _found(_WITH_FIGURES, text)
        if not any(low <= start < high < end for low, high in complete)
    ]


def _found(patterns: Iterable[re.Pattern[str]], text: str) -> list[Span]:
    """What the patterns find, with what they look ahead to."""
    return [
        (found.start(), max(end for _, end in found.regs))
        for pattern in patterns
        for found in pattern.finditer(text)
    ]


def _tears_picture(text: str, place: int) -> bool:
    """Whether an emoji would be torn from the word before it; a row of emoji may end a line."""
    if text[place].isascii() or not is_emoji(text[place : place + 2]):
        return False
    before = text[:place].rstrip(" ")
    return bool(before) and not is_emoji(before[-2:]) and not is_emoji(before[-1:])
