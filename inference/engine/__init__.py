"""Carries recipes out. Runs as a process of its own: `python -m inference.engine`."""
