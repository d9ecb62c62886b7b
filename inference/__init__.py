"""The inference side: everything that touches a model. It knows no web framework."""
