"""The networks themselves: plain torch modules without input, output or policy."""
