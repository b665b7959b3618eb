"""Makes the two derived data files of the rules for language; their README.md says from what.

    .venv/bin/python docs/make_word_lists.py --dictionary FOLDER --medquad FOLDER --cmudict FILE

`--leave-out FILE.jsonl`: answers of MedQuAD (url, question) of which no word is taken, so that a
rate measured on them is one of unseen text.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

sys.path.insert(0, str(Path(__file__).parents[1]))
from plugins.editorial_review.language.syllables import EXCEPTIONS, by_rule
from plugins.editorial_review.language.word_list import FILE, OWN

_WORD = re.compile(r"(?<![\w’'-])[a-z]{3,}(?![\w’'])")
_NAME = re.compile(r"[A-Za-z]{4,}")
_SPOKEN = re.compile(r"""^ {2}"([a-z']+)(?:\(\d\))?": "([^"]*)\"""", re.MULTILINE)
_LEAST_USES, _LEAST_ANSWERS, _COMMON = 3, 2, 40
_SURELY_A_WORD = 20
_LITTLE = frozenset({"an", "as", "at", "by", "in", "is", "it", "of", "or", "to", "we"})


@dataclass(frozen=True, slots=True)
class Affix:
    """One way of Hunspell's to make a word of another."""

    is_suffix: bool
    crosses: bool
    strip: str
    add: str
    condition: re.Pattern[str]

    def of(self, word: str) -> str | None:
        """The word with it; None where it does not fit."""
        if not self.condition.search(word):
            return None
        return word[: len(word) - len(self.strip)] + self.add if self.is_suffix else self.add + word


def affixes(text: str) -> Mapping[str, list[Affix]]:
    """An index.aff, by flag; prefixes that strip letters, which English has none of, left out."""
    found, crossing = defaultdict(list), {}
    for line in text.splitlines():
        kind, *parts = line.split() or [""]
        if kind in ("PFX", "SFX") and len(parts) == 3:
            crossing[parts[0]] = parts[1] == "Y"
        elif kind in ("PFX", "SFX"):
            flag, strip, add, ends = parts
            pattern = re.compile(f"(?:{ends})$" if kind == "SFX" else f"^(?:{ends})")
            stripped = "" if strip == "0" else strip
            found[flag].append(Affix(kind == "SFX", crossing[flag], stripped, add, pattern))
    return found


def expanded(word: str, flags: str, table: Mapping[str, list[Affix]]) -> set[str]:
    """A word of index.dic with all its endings and beginnings."""
    rows = [affix for flag in flags for affix in table.get(flag, ())]
    ended = [(affix, affix.of(word)) for affix in rows if affix.is_suffix]
    crossing = [word, *(made for affix, made in ended if made and affix.crosses)]
    begun = [row.of(base) for row in rows if not row.is_suffix for base in crossing]
    return {word, *(made for _, made in ended if made), *filter(None, begun)}


def dictionary_words(folder: Path) -> set[str]:
    """Every word of dictionary-en, possessives too."""
    table = affixes((folder / "index.aff").read_text(encoding="utf-8"))
    words: set[str] = set()
    for line in (folder / "index.dic").read_text(encoding="utf-8").splitlines()[1:]:
        word, _, flags = line.partition("/")
        if not any(c.isdigit() for c in word):
            words |= expanded(word, flags, table)
    return words


def medquad(folder: Path, left_out: Path | None) -> Iterator[tuple[str, str]]:
    """The focus of each document of MedQuAD, and each of its answers."""
    rows = left_out.read_text(encoding="utf-8").splitlines() if left_out else ()
    out = {(row["url"], row["question"]) for row in map(json.loads, rows)}
    for path in sorted(folder.rglob("*.xml")):
        root = ElementTree.parse(path).getroot()
        yield root.findtext("Focus") or "", ""
        for pair in root.iter("QAPair"):
            question = " ".join((pair.findtext("Question") or "").split())
            if (root.get("url"), question) not in out:
                yield "", pair.findtext("Answer") or ""


def medical_words(
    rows: Iterable[tuple[str, str]], known: set[str]
) -> tuple[set[str], Counter[str]]:
    """The words of MedQuAD that a dictionary lacks, and how often each word is used in it.

    Words glued together, and those whose apostrophe was lost, are no words.
    """
    uses, answers, names = Counter[str](), Counter[str](), set[str]()
    for focus, answer in rows:
        found = _WORD.findall(answer)
        uses.update(found)
        answers.update(set(found))
        names.update(name.lower() for name in _NAME.findall(focus) if not name.isupper())
    bare = {word.replace("'", "") for word in known if "'" in word}
    often = {w for w in uses if uses[w] >= _LEAST_USES and answers[w] >= _LEAST_ANSWERS}
    most = {word for word, _ in uses.most_common(300)}
    lists = known | often
    fit = {w for w in often | names if not (w in bare or _is_glued(w, uses, lists, most))}
    return fit - known, uses


def _is_glued(word: str, uses: Counter[str], known: set[str], most: set[str]) -> bool:
    if uses[word] >= _SURELY_A_WORD:
        return False
    cuts = [(word[:n], word[n:]) for n in range(3, len(word) - 2)]
    has_little = word[-2:] in _LITTLE and word[:-2] in known
    return has_little or any({a, b} <= known and {a, b} & most for a, b in cuts)


def write_words(words: set[str], uses: Counter[str], file: Path) -> None:
    """The common ones first, a blank line, then the rest."""
    common = sorted(word for word in words if uses[word] >= _COMMON)
    rest = sorted(words.difference(common))
    text = "\n".join([*common, "", *rest, ""])
    file.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def exceptions(cmudict: str, words: set[str]) -> Mapping[int, list[str]]:
    """The words for which the rule is wrong, by their true count; of two, the smaller."""
    counts: dict[str, int] = {}
    for word, spoken in _SPOKEN.findall(cmudict):
        count = sum(c.isdigit() for c in spoken)
        counts[word] = min(count, counts.get(word, count))
    wrong = defaultdict(list)
    for word, count in sorted(counts.items()):
        if word in words and count and by_rule(word) != count:
            wrong[count].append(word)
    return wrong


def main() -> None:
    """Read what was downloaded, write the two files."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    for name in ("--dictionary", "--medquad", "--cmudict"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--leave-out", type=Path)
    asked = parser.parse_args()
    known = dictionary_words(asked.dictionary)
    medical, uses = medical_words(medquad(asked.medquad, asked.leave_out), known)
    own = set(OWN.read_text(encoding="utf-8").split())
    small = {w for w in known if w == w.lower() and not w.endswith("'s") and len(w) > 1}
    words = small | medical | own
    write_words(words, uses, FILE)
    wrong = exceptions(asked.cmudict.read_text(encoding="utf-8"), words)
    lines = [f"{count} {' '.join(wrong[count])}" for count in sorted(wrong)]
    EXCEPTIONS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
