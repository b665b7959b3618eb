"""The closures of a plan with what the answering machine says."""

from __future__ import annotations

from plugins.editorial_review.closures.slots import read_filled
from plugins.editorial_review.closures.voicemail import plain_voicemail, voicemail
from plugins.pelican_bridge.closures.templates import template_of
from plugins.pelican_bridge.planned import BuildPlan
from plugins.practice.posts import Notice, State
from plugins.share_kit.closures.signs import ClosureWords

_TOLD = frozenset({State.PUBLISHED, State.SCHEDULED})


def closure_words(plan: BuildPlan) -> list[ClosureWords]:
    """Every closure that is public or will be, in each of its languages, the site's own first."""
    own = plan.content.practice.lang
    found = [
        ClosureWords(notice=planned.post, voicemail=voicemail_of(planned.post, plan))
        for planned in plan.posts
        if isinstance(planned.post, Notice) and planned.post.template and planned.state in _TOLD
    ]
    return sorted(found, key=lambda words: (words.notice.lang != own, words.notice.lang))


def voicemail_of(notice: Notice, plan: BuildPlan) -> str:
    """What the machine says of a notice, in its language."""
    practice = plan.content.practice
    template = template_of(notice, plan.content)
    filled = read_filled(notice.filled, practice)
    if template is None or filled is None:
        return plain_voicemail(notice, practice)
    return voicemail(template, filled, practice)
