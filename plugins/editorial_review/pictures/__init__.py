"""May these pictures be shown, and with whose consent?"""
