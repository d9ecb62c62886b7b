"""Ways to flatten a cloud of vectors to a map, one file each."""
