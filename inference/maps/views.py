"""In which space a map lies: what of a point is compared with other points. Needs no torch.

judge        what its picture shows, as a judge sees it
prompt       what its words mean to the model
noise        the noise that it begins with
latent       the latent that is decoded
bottleneck   what the middle of the denoiser says at the last step, averaged over the picture
sentence     its words, as a text encoder reads whole sentences
given        the numbers of a table
"""

from __future__ import annotations

from typing import Any

from inference.contracts import Embeds, Encodes, Inverts, Listens
from inference.errors import InvalidInput

# The model whose judge and whose sentences serve all that have none of their own.
READER = "emoji-vector"
# What of a question can be found a place for on such a map.
READS: dict[str, tuple[str, ...]] = {
    "judge": ("words", "pictures"),
    "prompt": ("words",),
    "noise": (),
    "latent": ("pictures",),
    "bottleneck": (),
    "sentence": ("words",),
    "given": (),
}
SEEN = ("judge", "latent")  # what an uploaded picture has without a prompt
UNPAINTED = ("prompt", "noise", "sentence")  # what a point has before its picture is drawn
FEW_STEPS = 8  # a walk so short is walked a second time to listen to it


def views_of(space: Any) -> tuple[str, ...]:
    """Return in which spaces what a model makes can be laid out; read from its verbs and its card."""
    card = space.card()
    known = ["judge"]
    if card["uses_words"] and isinstance(space, Encodes):
        known += ["prompt", "sentence"]
    known += [view for view in ("latent", "noise") if view in card["spaces"]]
    if isinstance(space, Listens):
        known.append("bottleneck")
    return tuple(known)


def reads_with(view: str, space: Any) -> str:
    """Return the id of the model that says where words and pictures lie in a space."""
    own: str = space.card()["id"]
    if view == "sentence" or (view == "judge" and not isinstance(space, Embeds)):
        return READER
    return own


def reads_of(view: str, space: Any) -> list[str]:
    """Return what of a question has a place on a map; an inversion finds that of a picture's noise."""
    card = space.card()
    found = [*READS[view]]
    quick = int(card["steps"]["default"]) <= FEW_STEPS
    if view == "noise" and card.get("inversions") and quick:
        found.append("pictures")
    return found


def check_view(view: str, space: Any, source: str) -> None:
    """Raise `InvalidInput` for a space that a source or a model does not have."""
    if source == "table":
        possible: tuple[str, ...] = ("given",)
    elif source == "pictures":
        possible = tuple(each for each in SEEN if each in views_of(space))
    else:
        possible = views_of(space)
    if view not in possible:
        raise InvalidInput(
            f"{space.card()['id']} cannot lay out {source} by {view!r}",
            expected=", ".join(possible),
        )


def no_way_back(view: str, space: Any, source: str) -> str | None:
    """Return why no picture can be made for a place on such a map; None where one can.

    `numbers`: there are no pictures at all. `pictures`: the model cannot take the uploaded ones.
    `steps`: where a picture landed could be told only by walking its many steps a second time.
    """
    card = space.card()
    if view == "given":
        return "numbers"
    if source == "pictures" and not (isinstance(space, Inverts) or card.get("inversions")):
        return "pictures"
    if view == "bottleneck" and int(card["steps"]["default"]) > FEW_STEPS:
        return "steps"
    return None
