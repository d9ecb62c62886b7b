"""Pure maths: typed vectors, geometry, noise, paths, statistics. No input, output or policy."""
