"""The frame that every page of one language has: the practice, its menus, hours and notices."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.networks.own_networks import networks_of
from plugins.pelican_bridge.image_files import images_of
from plugins.pelican_bridge.markdown_parts import telephone_url
from plugins.pelican_bridge.plan import BuildPlan
from plugins.pelican_bridge.post_views import PostViews
from plugins.pelican_bridge.site_views import (
    image_view,
    language_name,
    menu_of,
)
from plugins.pelican_bridge.views import CardView, ImageView, LinkView, SiteView
from plugins.practice.addresses import href, language_prefix, path_of
from plugins.practice.looks import look_of
from plugins.practice.phones import shown_phone
from plugins.practice.words import say
from plugins.share_graphics.typesetting.directions import is_right_to_left


def site_view(views: PostViews, cards: Sequence[CardView]) -> SiteView:
    """What every page of a language has around its own. `cards` are all its posts."""
    plan, lang, practice = views.plan, views.lang, views.practice
    prefix = language_prefix(practice, lang)

    def here(path: str) -> str:
        return href(prefix + path, practice)

    return SiteView(
        name=practice.name,
        short_name=practice.short_name,
        url=practice.site_url,
        home=here(""),
        lang=lang,
        direction="rtl" if is_right_to_left(lang) else "ltr",
        languages=_languages(plan, lang),
        tagline=practice.localized(practice.tagline, lang),
        phone=shown_phone(practice.phone),
        phone_url=telephone_url(practice.phone),
        email=practice.email,
        after_hours=practice.localized(practice.after_hours, lang),
        time_zone=practice.time_zone,
        places=tuple(views.places.values()),
        topics=tuple(views.topics.values()),
        menu=menu_of(plan, lang),
        pages=_pages(plan, lang),
        follow=_follow(plan),
        feeds=tuple(
            LinkView(label=say(lang, f"views.feed_{name}"), url=here(f"feeds/{name}.xml"))
            for name in ("all", "notices")
        ),
        notices=_coming_notices(cards),
        emergency="911",
        is_demonstration=practice.is_demonstration,
        is_preview=plan.preview,
        static=href("theme/", practice),
        search_url=here("search/"),
        contact_url=_contact(plan, lang),
        latest_url=here("latest/"),
        theme_color=look_of(practice.brand).paper,
        logo=_logo(plan),
        year=plan.today.year,
    )


def _logo(plan: BuildPlan) -> ImageView | None:
    name = plan.content.practice.brand.logo.removeprefix("images/")
    if name not in images_of(plan):
        return None
    return image_view(name, plan.content.practice.name, plan)


def _languages(plan: BuildPlan, lang: str) -> tuple[LinkView, ...]:
    """The languages in which there is something to read."""
    practice = plan.content.practice
    used = {practice.lang, *(planned.post.lang for planned in plan.on_site)}
    return tuple(
        LinkView(
            label=language_name(tag),
            url=href(language_prefix(practice, tag), practice),
            lang=tag,
            current=tag == lang,
        )
        for tag in practice.languages
        if tag in used
    )


def _pages(plan: BuildPlan, lang: str) -> tuple[LinkView, ...]:
    """The practice's pages in this language, each in its own where it has no translation."""
    practice = plan.content.practice
    standing = [page for page in plan.content.pages if page.file in plan.pages]
    by_slug = {page.slug: page for page in standing if page.lang == practice.lang}
    by_slug |= {page.slug: page for page in standing if page.lang == lang}
    return tuple(
        LinkView(label=page.title, url=href(path_of(page, practice), practice), lang=page.lang)
        for _, page in sorted(by_slug.items())
    )


def _contact(plan: BuildPlan, lang: str) -> str:
    found = next((p.url for p in _pages(plan, lang) if p.url.endswith("/contact/")), "")
    return found or href(language_prefix(plan.content.practice, lang), plan.content.practice)


def _follow(plan: BuildPlan) -> tuple[LinkView, ...]:
    practice = plan.content.practice
    known = networks_of(practice)
    return tuple(
        LinkView(label=known[choice.name].label, url=choice.profile)
        for choice in practice.networks.values()
        if choice.profile and choice.name in known
    )


def _coming_notices(cards: Sequence[CardView]) -> tuple[CardView, ...]:
    """Notices that are not over, the one that ends first on top."""
    current = [card for card in cards if card.notice and not card.notice.is_over]
    return tuple(sorted(current, key=lambda card: card.notice.ends_iso if card.notice else ""))
