"""Outages brought about on purpose, and judged; each has a control, a server with a known fault."""
