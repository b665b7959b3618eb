"""A post as pictures: its words (messages), their places (layout), the JPEG (draw).

plan          the graphics of one post, and what keeps them from being made
planning      those of many, planned on several cores or remembered
messages      what pictures say
layout        where everything stands
typesetting   text as placed glyphs
motifs        the figure of each topic
draw, cache   a planned graphic as a JPEG, kept between builds
documents     the slides as one PDF
samples, sheet  made-up posts, and many pictures on one, to look at
"""
