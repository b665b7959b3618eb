"""What a command says when it was asked for something that cannot be done."""


class WrongUseError(Exception):
    """A command was given what it cannot use; the message says what, and how to mend it."""
