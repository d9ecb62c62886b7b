"""Ways to learn a direction, one file each."""
