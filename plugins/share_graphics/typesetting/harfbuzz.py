"""HarfBuzz, by way of uharfbuzz: a compiled module without types, named `hb` as its manual does."""

from __future__ import annotations

from importlib import import_module
from typing import Any

hb: Any = import_module("uharfbuzz")
