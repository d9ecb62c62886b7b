"""emoji-vector: words to a 64×64 emoji, by way of one global latent vector.

Words become a pooled vector of multilingual-e5, an average-velocity flow walks from noise to a
latent in one to four steps under it, and the decoder of an autoencoder draws the latent.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inference.contracts import VERBS, Sampling
from inference.core.vectors import Direction, Embedding, Latent, same_space
from inference.errors import UnknownId
from inference.registry import spaces

if TYPE_CHECKING:
    from torch import Tensor

    from inference.networks.checkpoint import Checkpoint
    from inference.networks.text_encoder import TextEncoder

ID = "emoji-vector"
PROMPT, NOISE, LATENT = f"{ID}.prompt", f"{ID}.noise", f"{ID}.latent"
# The smallest number of rows of a pass. Measured on two cores: four rows through the flow cost 1.6
# times one row, two rows through the decoder 1.2 times; more would make a lone picture wait for
# nothing. Larger ones are used for many pictures when they give the same bits.
FLOW_ROWS, DECODER_ROWS = 4, 2
INVERSIONS = {
    "flow-24": {"en": "Flow, 24 steps back", "ja": "フロー、24ステップ逆行"},
    "flow-64": {"en": "Flow, 64 steps back", "ja": "フロー、64ステップ逆行"},
}
LARGEST_SCALE = 2.0


@dataclass(frozen=True)
class Ask:
    """One row of a forward pass: from `latent` (dim,) at t to r, under guidance and words.

    `guess` is the (standardised) latent that the steps so far point at: the preview.
    """

    latent: Tensor
    t: float
    r: float
    guidance_scale: float
    text: Tensor
    guess: Tensor
    key = "flow"
    rows = 1


class EmojiVector:
    """Encodes, samples, decodes, steers and embeds. `card` works before `load`, without torch."""

    rows_forward, rows_decoded = FLOW_ROWS, DECODER_ROWS
    resident = True

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.config: dict[str, Any] = json.loads((folder / "config.json").read_text("utf-8"))
        path = folder / "directions.json"
        self._direction_cards: list[dict[str, Any]] = (
            json.loads(path.read_text("utf-8")) if path.is_file() else []
        )
        self._leanings: list[tuple[Direction, float]] = []
        self._directions: dict[str, Tensor] = {}

    def card(self) -> dict[str, Any]:
        """Return what the catalogue says about the model."""
        config = self.config
        dim, size = config["networks"]["flow"]["dim"], config["image_size"]
        return {
            "id": ID,
            "family": "latent-flow",
            "title": {"en": "Emoji vector", "ja": "絵文字ベクトル"},
            "summary": {
                "en": f"Words to a {size}×{size} emoji through one latent vector of {dim} numbers.",
                "ja": f"言葉から{size}×{size}の絵文字へ。潜在ベクトルは{dim}個の数。",
            },
            "licence": "Apache-2.0",
            "weights": weights_of(config),
            "verbs": [verb for verb, protocol in VERBS.items() if isinstance(self, protocol)],
            "image": {"width": size, "height": size},
            "steps": {"choices": config["steps"], "default": config["default_steps"]},
            "samplers": ["mean_flow"],
            "guidance_scale": config["guidance"],
            "styles": config["styles"],
            "spaces": {
                "prompt": {"id": PROMPT, "geometry": "sphere", "dim": 384},
                "noise": {"id": NOISE, "geometry": "gaussian", "dim": dim},
                "latent": {"id": LATENT, "geometry": "flat", "dim": dim},
            },
            "image_to_image": True,
            "inversions": [{"id": id, "title": title} for id, title in INVERSIONS.items()],
            "uses_words": True,
            "text_encoder": config["text_encoder"],
            "directions": [
                {
                    "id": one["id"],
                    "title": {"en": one["title_en"], "ja": one["title_ja"]},
                    "min": -LARGEST_SCALE,
                    "max": LARGEST_SCALE,
                    "step": 0.05,
                    "default": 0,
                }
                for one in self._direction_cards
            ],
        }

    def load(
        self,
        open_checkpoint: Callable[[Path], Checkpoint],
        open_encoder: Callable[[str], TextEncoder],
    ) -> None:
        """Read the weights. Raises `MissingWeights` or `DamagedWeights`, naming the file."""
        from inference.networks.checkpoint import read_weights
        from inference.networks.steady import steadied
        from inference.networks.tiles import Tiles

        self.checkpoint = open_checkpoint(self.folder)
        steadied(self.checkpoint.flow)
        steadied(self.checkpoint.autoencoder.decoder)
        self._flow = Tiles(self.checkpoint.flow, FLOW_ROWS)
        self._drawn = Tiles(self.checkpoint.autoencoder.decode, DECODER_ROWS)
        self.encoder = open_encoder(self.config["text_encoder"])
        ready_made = self.config["files"].get("directions.safetensors")
        if ready_made:
            self._directions = read_weights(self.folder / "directions.safetensors", ready_made)

    # Words

    def encode(self, prompt: str) -> Embedding:
        """Return the pooled vector (384,) of a prompt; no words are the flow's own "no text"."""
        if not prompt.strip():
            return self._embedding(self.checkpoint.flow.null_text.detach())
        # One at a time: padding to a common length would change the last bits.
        encoding = self.encoder.encode([prompt], mean=self.checkpoint.text_mean)
        return self._embedding(encoding.pooled[0])

    def direction(self, id: str) -> Direction:
        """Return a direction that the model ships: mean(to) − mean(from) of its prompts."""
        if id not in self._directions:
            for _ in self._learn(id):
                pass
        return Direction(self._directions[id], PROMPT, "sphere")

    def poles(self, id: str) -> tuple[list[str], list[str]]:
        """Return the prompts from which and to which a shipped direction leads."""
        for card in self._direction_cards:
            if card["id"] == id:
                return card["from_prompts"], card["to_prompts"]
        raise UnknownId(f"{ID} has no direction called {id!r}")

    def chores(self) -> Iterator[None]:
        """Learn every shipped direction, a prompt at a time, while there is nothing else to do."""
        for card in self._direction_cards:
            if card["id"] not in self._directions:
                yield from self._learn(card["id"])

    @contextmanager
    def steered(self, direction: Direction, scale: float) -> Iterator[None]:
        """Inside the block every prompt that is sampled leans `scale` times along the direction."""
        term = direction, scale
        self._leanings.append(term)
        try:
            yield
        finally:
            self._leanings.remove(term)

    def lean(self, embedding: Embedding, terms: Sequence[tuple[Direction, float]]) -> Embedding:
        """Return e + Σ scale · direction with the length of e, which is where prompts live."""
        from inference.core.geometry import match_norm

        moved = embedding.values
        for direction, scale in terms:
            same_space(embedding, direction)
            moved = moved + scale * direction.values
        return embedding.at(match_norm(moved, embedding.values)) if terms else embedding

    # Noise to latent

    def noise(self, seed: int, width: int | None = None, height: int | None = None) -> Latent:
        """Return the noise (dim,) of a seed, drawn on the CPU."""
        from inference.core.noise import noise

        return Latent(noise(seed, (self.checkpoint.flow.dim,)), NOISE, "gaussian")

    def sample(
        self, noise: Latent, embedding: Embedding, *, steps: int, guidance_scale: float
    ) -> Iterator[Latent]:
        """Yield after every step the latent (dim,) it points at; the last one is the answer."""
        walk = self.walk(noise, embedding, Sampling(steps, guidance_scale))
        ask = next(walk)
        while True:
            try:
                following = walk.send(self.forward([ask])[0])
            except StopIteration as end:
                yield end.value
                return
            yield self.preview(following)
            ask = following

    def walk(
        self, noise: Latent, embedding: Embedding, sampling: Sampling
    ) -> Generator[Ask, Tensor, Latent]:
        """Ask for one row of a forward pass after another; return the latent (dim,).

        z ← z − (t − r) u(z, t, r, w, text) on equal steps from t = 1 (noise) to 0 (data), or from
        the strength at which a picture was noised.
        """
        text = self.lean(embedding, self._leanings).values
        z, start, steps = noise.values, 1.0, sampling.steps
        if sampling.image is not None and sampling.strength is not None:
            start = sampling.strength
            z = (1 - start) * self._seen(sampling.image) + start * z
        guess = z
        for done in range(steps):
            t, r = start * (1 - done / steps), start * (1 - (done + 1) / steps)
            u = yield Ask(z, t, r, sampling.guidance_scale, text, guess)
            z, guess = z - (t - r) * u, z - t * u
        return self._latent(z)

    def invert_walk(
        self, method: str, image: Tensor, sampling: Sampling
    ) -> Generator[Ask, Tensor, Latent]:
        """Walk back from a picture to the noise (dim,) that makes it under no words.

        z ← z + dt v(z, t) from t = 0 to 1, with the velocity v that r = t gives.
        """
        steps, text = int(method.rpartition("-")[2]), self.encode("").values
        z = self._seen(image)
        for done in range(steps):
            t = done / steps
            # The middle of the step, because the path bends most near the data.
            middle = z + (yield Ask(z, t, t, 1.0, text, z)) / (2 * steps)
            t += 0.5 / steps
            z = z + (yield Ask(middle, t, t, 1.0, text, middle)) / steps
        return Latent(z, NOISE, "gaussian")

    def noised(self, image: Tensor, t: float, seed: int) -> Latent:
        """Return the latent (dim,) of a picture on its straight way to the noise of a seed."""
        return self._latent((1 - t) * self._seen(image) + t * self.noise(seed).values)

    def forward(self, asks: Sequence[Ask]) -> list[Tensor]:
        """Carry out rows of any walks together; each row's bits are the same in any company."""
        import torch

        def column(values: Sequence[float]) -> Tensor:
            return torch.tensor(values, dtype=torch.float32)

        velocities = self._flow(
            torch.stack([ask.latent for ask in asks]),
            column([ask.t for ask in asks]),
            column([ask.r for ask in asks]),
            column([ask.guidance_scale for ask in asks]),
            torch.stack([ask.text for ask in asks]),
        )
        return list(velocities)

    def preview(self, ask: Ask) -> Latent:
        """Return the latent (dim,) that the steps so far point at."""
        return self._latent(ask.guess)

    # Latent to picture, picture to vector

    def decode(self, latent: Latent) -> Tensor:
        """Return the picture (3, 64, 64) in [-1, 1]."""
        return self.decode_many([latent])[0]

    def decode_many(
        self, latents: Sequence[Latent], width: int | None = None, height: int | None = None
    ) -> list[Tensor]:
        """Return the pictures (3, 64, 64) in [-1, 1]; equal latents give equal bits."""
        import torch

        shape = self.checkpoint.latent_shape
        grids = torch.stack([latent.values for latent in latents]).unflatten(1, shape)
        return list(self._drawn(grids).clamp(-1, 1))

    def embed(self, images: Tensor) -> Tensor:
        """Return unit vectors (n, 256) of pictures (n, 3, 64, 64), near each other when alike."""
        from inference.networks.tiles import tiled

        return tiled(self.checkpoint.judge.see, DECODER_ROWS, images)

    def embed_words(self, embedding: Embedding) -> Tensor:
        """Return the unit vector (256,) that pictures of these words are near to."""
        return self.checkpoint.judge.read(embedding.values[None])[0]

    # Inside

    def _learn(self, id: str) -> Iterator[None]:
        """Learn one direction, pausing after every prompt."""
        import torch

        means = []
        for prompts in self.poles(id):
            vectors = []
            for prompt in prompts:
                vectors.append(self.encode(prompt).values)
                yield
            means.append(torch.stack(vectors).mean(0))
        self._directions[id] = means[1] - means[0]

    def _embedding(self, values: Tensor) -> Embedding:
        return Embedding(values, PROMPT, "sphere")

    def _seen(self, image: Tensor) -> Tensor:
        """Return the standardised latent (dim,) of a picture (3, 64, 64) in [-1, 1]."""
        mean, _ = self.checkpoint.autoencoder.encode(image[None])
        return self.checkpoint.flow.standardise(mean)[0]

    def _latent(self, standardised: Tensor) -> Latent:
        return Latent(self.checkpoint.flow.restore(standardised), LATENT, "flat")


def weights_of(config: dict[str, Any]) -> str:
    """Return the 16 hex digits that stand for every file of a checkpoint in a recipe."""
    files = json.dumps(config["files"], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(files.encode()).hexdigest()[:16]


@spaces.add
def emoji_vector(model_folder: Path) -> EmojiVector:
    """Words to emoji through one global latent vector, in one to four steps."""
    return EmojiVector(model_folder / ID)
