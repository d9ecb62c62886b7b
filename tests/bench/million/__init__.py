"""A million points with known truth, and how fast a browser shows them."""
