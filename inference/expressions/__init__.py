"""The expression language: words and noises, and what is done with them."""
