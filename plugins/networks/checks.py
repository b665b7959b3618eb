"""Are the networks, schedulers and hashtags that the practice names ones that exist?"""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches

from plugins.networks.hashtags import LONGEST, camel_case, is_hashtag
from plugins.networks.own_network_checks import check_own_networks
from plugins.networks.own_networks import networks_of
from plugins.networks.table import NETWORK_NAMES, SCHEDULER_NAMES
from plugins.practice.posts import Post
from plugins.practice.practice_file import FILE as PRACTICE_FILE
from plugins.practice.problems import Problem, Severity
from plugins.practice.settings import Practice

# What people type for a network: other spellings than a slip of the finger.
_KNOWN_AS = {
    "twitter": "x",
    "google": "google_business",
    "gbp": "google_business",
    "gmb": "google_business",
    "google my business": "google_business",
    "insta": "instagram",
    "ig": "instagram",
    "fb": "facebook",
    "meta": "facebook",
    "bsky": "bluesky",
    "snap": "snapchat",
    "pinterest_native": "pinterest-native",
}


def nearest(name: str, allowed: Collection[str]) -> str:
    """The allowed name that was probably meant; "" when none is near."""
    wanted = name.strip().lower()
    known = _KNOWN_AS.get(wanted, wanted).replace(" ", "_")
    if known in allowed:
        return known
    return next(iter(get_close_matches(known, sorted(allowed), n=1, cutoff=0.6)), "")


def check_networks(practice: Practice) -> list[Problem]:
    """Networks and schedulers of practice.toml that Housecall does not know or cannot use."""
    networks = [
        _unknown(
            "network",
            name,
            NETWORK_NAMES,
            file=PRACTICE_FILE,
            line=practice.lines.get(f"networks.{name}", 1),
            field="[networks]",
        )
        for name in practice.networks
        if name not in NETWORK_NAMES and name not in practice.custom_networks
    ]
    schedulers = [
        _unknown(
            "scheduler",
            name,
            SCHEDULER_NAMES,
            file=PRACTICE_FILE,
            line=practice.lines.get("schedulers.use", 1),
            field="schedulers",
        )
        for name in practice.schedulers
        if name not in SCHEDULER_NAMES
    ]
    return networks + schedulers + check_own_networks(practice)


def check_share(post: Post, practice: Practice) -> list[Problem]:
    """Names under `share` that are no network of the practice, and hashtags that do not work."""
    named = dict.fromkeys([*(post.share.networks or ()), *post.share.texts])
    problems = [_check_name(name, post, practice) for name in named]
    problems += [_check_tag(tag, post) for tag in post.share.hashtags]
    return [problem for problem in problems if problem]


def _check_name(name: str, post: Post, practice: Practice) -> Problem | None:
    line = post.line_of("share")
    known = networks_of(practice)
    if name not in known:
        if name in practice.custom_networks:
            return None  # what is wrong with it is told where practice.toml describes it
        names = tuple(known)
        return _unknown("network", name, names, file=post.file, line=line, field="share")
    label = known[name].label
    if name not in practice.networks:
        return post.problem(
            "share-unused-network",
            line,
            severity=Severity.WARN,
            what=f'share names "{name}", but the practice does not use {label}',
            why="nothing is made for a network that practice.toml does not list",
            fix=f'take "{name}" out of share, or add [networks.{name}] to practice.toml',
        )
    if name in post.share.texts and known[name].body is None:
        return post.problem(
            "share-no-text",
            line,
            severity=Severity.WARN,
            what=f"share has a text for {label}, which takes no text",
            why=f"on {label} the words stand in the picture",
            fix=f'take the line "{name}:" out of share',
        )
    return None


def _unknown(
    kind: str, name: str, allowed: Collection[str], *, file: str, line: int, field: str
) -> Problem:
    guess = nearest(name, allowed)
    question = f'did you mean "{guess}"? Known' if guess else "write one of the known"
    own = "; one that is not among them is described in [networks.custom.NAME]"
    return Problem(
        rule=f"{kind}-unknown",
        severity=Severity.BLOCK,
        file=file,
        line=line,
        what=f'{field} names the {kind} "{name}", which Housecall does not know',
        why="nothing could be made for it, and nobody would notice",
        fix=f"{question} names: {', '.join(allowed)}{own if kind == 'network' else ''}",
    )


def _check_tag(tag: str, post: Post) -> Problem | None:
    spelled = camel_case(tag)
    if is_hashtag(tag) and tag[:1] == tag[:1].upper():
        return None
    if not is_hashtag(spelled):
        what, fix = f'"{tag}" cannot be a hashtag', "write words of letters, without spaces"
    elif is_hashtag(tag):
        what, fix = f'the hashtag "{tag}" has no capitals', f'write "{spelled}", a capital a word'
    else:
        what, fix = f'"{tag}" is not one word', f'write "{spelled}"'
    return post.problem(
        "hashtag",
        "share",
        severity=Severity.NOTE if is_hashtag(tag) else Severity.WARN,
        what=what,
        why=f"a hashtag ends at the first space or sign, has a letter and at most {LONGEST} "
        "characters; screen readers read its words only where each has a capital",
        fix=fix,
    )
