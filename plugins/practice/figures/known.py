"""A set of figures, and whether it holds a figure however that one is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from plugins.practice.figures.figure import Figure, Key, Sort
from plugins.practice.figures.units import dose_of

_HOUR, _HALF_A_DAY = 60, 12 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Figures by sort. `dated`: the text is about days, so that weekdays count."""

    keys: Mapping[Sort, frozenset[Key]]
    dated: bool

    @classmethod
    def of(cls, found: Iterable[tuple[Sort, Key]], *, dated: bool) -> Known:
        """The set of these figures."""
        keys = defaultdict[Sort, set[Key]](set)
        for sort, key in found:
            keys[sort].add(key)
        return cls(keys={sort: frozenset(keys[sort]) for sort in Sort}, dated=dated)

    def holds(self, figure: Figure) -> bool:
        """Whether the same is said in it, perhaps in another way."""
        return figure.key in self.keys[figure.sort] or _CHECKS[figure.sort](self, figure.key)


def _number(known: Known, key: Key) -> bool:
    value, unit = str(key[0]), str(key[1])
    if dose_of(unit):
        return _same_dose(known, value, unit)
    values = {str(number): str(of) for number, of in known.keys[Sort.NUMBER]}
    if unit:
        # "45 to 75 years" may stand as "aged 45 to 75"; 11 of 100 is 11 percent.
        bare = (value, "") in known.keys[Sort.NUMBER]
        return bare or (unit == "percent" and (value, "100") in known.keys[Sort.PAIR])
    return value in values or value in _parts(known)


def _same_dose(known: Known, value: str, unit: str) -> bool:
    amount = _amount(value, unit)
    return amount is not None and any(
        _amount(str(number), str(of)) == amount for number, of in known.keys[Sort.NUMBER]
    )


def _amount(value: str, unit: str) -> tuple[str, Decimal] | None:
    dose = dose_of(unit)
    try:
        return (dose[0], Decimal(value) * dose[1]) if dose else None
    except InvalidOperation:
        return None


def _parts(known: Known) -> Iterator[str]:
    """Numbers that stand within other figures: the 26 of November 26, the 9 of 9 am."""
    yield from (str(day) for _, _, day in known.keys[Sort.DATE])
    for minutes, _ in known.keys[Sort.TIME]:
        hour = int(minutes) // _HOUR
        yield from (str(hour), str(hour % 12 or 12))
    for sort in (Sort.PAIR, Sort.SLASH):
        yield from (str(number) for pair in known.keys[sort] for number in pair)


def _pair(known: Known, key: Key) -> bool:
    return tuple(int(n) if str(n).isdigit() else n for n in key) in known.keys[Sort.SLASH]


def _slash(known: Known, key: Key) -> bool:
    """A part of a whole, or a day: 11/26 in English, 26/11 in Spanish."""
    days = {(month, day) for _, month, day in known.keys[Sort.DATE]}
    pair = tuple(str(number) for number in key)
    return pair in known.keys[Sort.PAIR] or key in days or key[::-1] in days


def _date(known: Known, key: Key) -> bool:
    year, month, day = key
    if (month, day) in known.keys[Sort.SLASH]:
        return True
    return any(
        (month, day) == (m, d) and (not year or not y or year == y)
        for y, m, d in known.keys[Sort.DATE]
    )


def _weekday(known: Known, _key: Key) -> bool:
    return not known.dated


def _time(known: Known, key: Key) -> bool:
    """Equal; or, where one of them does not tell the half of the day, equal on the dial."""
    minutes, sure = int(key[0]), key[1]
    return any(
        minutes == other or (not (sure and is_sure) and (minutes - int(other)) % _HALF_A_DAY == 0)
        for other, is_sure in known.keys[Sort.TIME]
    )


def _phone(known: Known, key: Key) -> bool:
    """The same digits; a number without its area or country code ends like the other."""
    digits = str(key[0])
    return any(
        str(other).endswith(digits) or digits.endswith(str(other))
        for (other,) in known.keys[Sort.PHONE]
    )


_CHECKS = {
    Sort.NUMBER: _number, Sort.PAIR: _pair, Sort.SLASH: _slash, Sort.DATE: _date,
    Sort.WEEKDAY: _weekday, Sort.TIME: _time, Sort.PHONE: _phone,
}  # fmt: skip
