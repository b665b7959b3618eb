"""Where everything stands: a message on a shape, every box and line decided."""
