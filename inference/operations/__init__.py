"""Moves between points, one file each."""
