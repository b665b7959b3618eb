"""What hangs on the door and what the machine says while the practice is closed."""
