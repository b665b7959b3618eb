"""The networks and schedulers, read once from `networks.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from plugins.networks.rows import (
    Cell,
    Column,
    Evidence,
    Limit,
    Network,
    Place,
    Scheduler,
    Size,
    Sure,
    Tone,
    Unit,
    Upload,
)

Table = Mapping[str, Any]

_LIMITS = (
    "text", "bytes", "title", "description", "fold", "hashtags", "links", "alt", "slides", "bio"
)  # fmt: skip
_ROWS = ("rows", "rows_free")
_LISTS = ("title_for", "ctas", "shapes", "parts", "kinds")
_SIZES = ("avatar", "cover")


def _evidence(row: Table, sources: Table) -> dict[str, Any]:
    """The part of a row that says where it comes from: `source` names one of the sources."""
    source = sources[row["source"]]
    return {
        "sure": Sure(row["sure"]),
        "source": source["address"],
        "read": source["read"],
        "note": row.get("note", ""),
    }


def _limit(row: Table, sources: Table) -> Limit:
    return Limit(size=row["size"], unit=Unit(row["unit"]), **_evidence(row, sources))


def _network(name: str, row: Table, sources: Table) -> Network:
    fields = dict(row)
    fields |= {key: _limit(row[key], sources) for key in _LIMITS if key in row}
    fields |= {key: tuple(row[key]) for key in _LISTS if key in row}
    fields |= {key: Size(*row[key]) for key in _SIZES if key in row}
    fields["place"] = Place(row["place"])
    fields["tone"] = Tone(row.get("tone", Tone.PATIENT))
    if "profile_pictures" in row:
        fields["profile_pictures"] = Evidence(**_evidence(row["profile_pictures"], sources))
    return Network(name=name, **fields)


def _scheduler(name: str, row: Table, sources: Table) -> Scheduler:
    return Scheduler(
        name=name,
        label=row["label"],
        networks={
            network: {field: _limit(limit, sources) for field, limit in limits.items()}
            for network, limits in row["networks"].items()
        },
        upload=_upload(row["upload"], sources) if "upload" in row else None,
    )


def _upload(row: Table, sources: Table) -> Upload:
    fields = dict(row) | {key: _limit(row[key], sources) for key in _ROWS if key in row}
    fields["columns"] = tuple(column for one in row["columns"] for column in _columns(one))
    fields["unique"] = tuple(Cell(word) for word in row.get("unique", ()))
    return Upload(**fields | _evidence(row, sources))


def _columns(row: Table) -> Iterator[Column]:
    """One column, or as many as `count` says, the place of the number being "{}"."""
    fields = {key: value for key, value in row.items() if key != "count"}
    fields["cell"] = Cell(row["cell"])
    fields["networks"] = tuple(row.get("networks", ()))
    for number in range(1, row.get("count", 1) + 1):
        yield Column(**fields | {"name": row["name"].format(number), "number": number})


_TABLE = tomllib.loads(Path(__file__).with_name("networks.toml").read_text(encoding="utf-8"))

NETWORKS: Mapping[str, Network] = MappingProxyType(
    {name: _network(name, row, _TABLE["sources"]) for name, row in _TABLE["networks"].items()}
)
"""Every network, by the name that practice.toml and front matter use."""

SCHEDULERS: Mapping[str, Scheduler] = MappingProxyType(
    {name: _scheduler(name, row, _TABLE["sources"]) for name, row in _TABLE["schedulers"].items()}
)
"""Every scheduler, by the name that practice.toml uses."""

NETWORK_NAMES: tuple[str, ...] = tuple(NETWORKS)
SCHEDULER_NAMES: tuple[str, ...] = tuple(SCHEDULERS)
