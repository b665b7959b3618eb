"""Housecall's rooms, one job each; every room imports only rooms further down this list.

pelican_bridge     Pelican and the model: plans, builds, swaps the site in, tells problems
share_kit          everything below, as the private folder for the person who posts
scheduler_feeds    snippets and graphics as feeds, posting plan, upload files and calendar
share_graphics     a post as pictures
social_snippets    a post as texts, one for each network
structured_data    a post and the practice as JSON-LD
cited_sources      is what we cite true and there?
editorial_review   may this be published?
networks           what each network accepts, and how it counts
practice           what exists: the types, and the one door through which content is read
"""
