"""May this be published? The state of every post on the build day."""
