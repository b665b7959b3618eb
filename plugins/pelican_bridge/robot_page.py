"""The page that the source checker names when it asks for a page: for whoever runs that host."""

from __future__ import annotations

from markupsafe import Markup, escape

from plugins.cited_sources.services import contact_of, user_agent
from plugins.pelican_bridge.markdown_parts import telephone_url
from plugins.practice.phones import shown_phone
from plugins.practice.settings import Practice
from plugins.practice.words import section

SLUG = "sources-bot"
"""Part of the robot's name (`user_agent`): it stays."""

_HEADING = Markup("<h2>{}</h2>")
_PARAGRAPH = Markup("<p>{}</p>")
_NAME = Markup("<p><code>{}</code></p>")
_MAIL = Markup('<a href="mailto:{0}">{0}</a>')
_CALL = Markup('<a class="tel" href="{}">{}</a>')


def robot_text(practice: Practice, lang: str) -> Markup:
    """Who asks, how, and how to reach the practice."""
    words = section(lang, "robot")
    contact = contact_of(practice)
    reach = escape(words["reach_email" if contact else "reach"])
    phone = _CALL.format(telephone_url(practice.phone), shown_phone(practice.phone))
    parts = (
        _HEADING.format(words["who_heading"]),
        _PARAGRAPH.format(words["who"].format(practice=practice.name)),
        _NAME.format(user_agent(practice)),
        _HEADING.format(words["how_heading"]),
        *(_PARAGRAPH.format(words[f"how_{name}"]) for name in ("one", "often", "gently", "robots")),
        _HEADING.format(words["reach_heading"]),
        _PARAGRAPH.format(reach.format(email=_MAIL.format(contact), phone=phone)),
    )
    return Markup("\n").join(parts)
