"""Who stands behind a text: authors, reviewers, interests, and what has changed."""
