"""Approvals as files: texts and pictures hashed, the public text chosen, a yes written."""
