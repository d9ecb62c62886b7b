"""What is said when a model from elsewhere is not opened."""

from __future__ import annotations

from inference.errors import InvalidInput


class RefusedModel(InvalidInput):
    """A model, or a file of it, that is not opened; nothing of it was run."""

    # The code stays that of its kind: whoever reads this in another process knows only that one.
    title = "That model is refused"
