"""Small real things for tests: a model card, leaves for expressions, a map of a toy model."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from inference.core.noise import noise
from inference.core.vectors import Direction, Embedding, Latent
from inference.engine.toy import toy_encoder, write_toy_checkpoint
from inference.maps.build import build
from inference.maps.stock import number

PROMPT, NOISE = "emoji-vector.prompt", "emoji-vector.noise"

CARD: dict[str, Any] = {
    "id": "emoji-vector",
    "weights": "0123456789abcdef",
    "uses_words": True,
    "verbs": ["encode", "sample", "decode", "invert", "steer", "embed"],
    "image": {"width": 64, "height": 64},
    "steps": {"choices": [1, 2, 4], "default": 4},
    "samplers": ["mean_flow"],
    "guidance_scale": {"min": 1.0, "max": 8.0, "default": 3.0},
    "spaces": {
        "prompt": {"id": PROMPT, "geometry": "sphere", "dim": 384},
        "noise": {"id": NOISE, "geometry": "gaussian", "dim": 384},
    },
    "directions": [
        {"id": "smile", "min": -2.0, "max": 2.0},
        {"id": "age", "min": -2.0, "max": 2.0},
    ],
}
WORDLESS: dict[str, Any] = {
    **CARD,
    "id": "emoji-vae",
    "uses_words": False,
    "steps": {"choices": [1], "default": 1},
    "spaces": {"noise": {"id": "emoji-vae.latent", "geometry": "flat", "dim": 384}},
    "directions": [],
}
MODELS = {"emoji-vector": CARD, "emoji-vae": WORDLESS}


class Leaves:
    """Words, noises and directions that are numbers drawn from a hash."""

    def words(self, prompt: str) -> Embedding:
        values = noise(number(prompt) % 2**31, (384,))
        return Embedding(values / values.norm(), PROMPT, "sphere")

    def noise(self, seed: int) -> Latent:
        return Latent(noise(seed, (384,)), NOISE, "gaussian")

    def picture(self, sha256: str, method: str | None = None) -> Latent:
        return self.noise(number(f"{sha256} {method}") % 2**31)

    def direction(self, names: tuple[str, ...]) -> Direction:
        return self.words(names[-1]) - self.words(names[0] + " not")


def padded_encoder(_: str) -> Any:
    encoder = toy_encoder()
    encoder.tokenizer.enable_padding()
    return encoder


def job(folder: Path, **changes: Any) -> dict[str, Any]:
    """Return a map job over forty prompts for a toy checkpoint that it writes into a folder."""
    write_toy_checkpoint(folder / "models")
    things, colours = ("cat", "dog", "apple", "house", "moon"), ("red", "blue", "green", "black")
    prompts = [f"{colour} {thing}" for thing in things for colour in colours]
    return {
        "id": "tiny",
        "title": "Tiny",
        "model": "emoji-vector",
        "checkpoints": str(folder / "models"),
        "projector": "pca",
        "source": {"kind": "prompts", "prompts": prompts, "seeds": [1, 2]},
        **changes,
    }


def build_tiny_map(folder: Path, **changes: Any) -> Path:
    """Build a map of forty points in a few seconds and return its folder."""
    out = folder / "maps" / "tiny"
    out.parent.mkdir(parents=True, exist_ok=True)
    build(job(folder, **changes), out, lambda *_: None, padded_encoder)
    return out
