"""emoji-diffusion: words to an emoji by latent diffusion in the library's own classes.

Every word piece stays a vector of its own and a UNet attends to them while it walks from noise to a
latent in one to four steps; a small autoencoder draws the latent.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inference.contracts import VERBS, Sampling
from inference.core.vectors import Direction, Embedding, Latent, same_space
from inference.core.walks import alone
from inference.registry import spaces

if TYPE_CHECKING:
    from torch import Tensor
    from torch.nn import Module

    from inference.networks.checkpoint import Checkpoint
    from inference.networks.diffusion_checkpoint import DiffusionCheckpoint
    from inference.networks.text_encoder import TextEncoder

ID, JUDGE_ID = "emoji-diffusion", "emoji-vector"
PROMPT, NOISE, LATENT = f"{ID}.prompt", f"{ID}.noise", f"{ID}.latent"
# The smallest number of rows of a pass; larger ones are used when they give the same bits.
UNET_ROWS, DECODER_ROWS = 2, 2
WORKSPACE_BYTES = 192 * 2**20
TEXT_DIM, TEXT_WIDTH = 8064, 384
INVERSIONS = {
    "solve-4": {"en": "Four steps, solved backwards", "ja": "4ステップを逆に解く"},
    "flow-24": {"en": "Flow, 24 steps back", "ja": "フロー、24ステップ逆行"},
    "flow-50": {"en": "Flow, 50 steps back", "ja": "フロー、50ステップ逆行"},
}
ROUNDS = 12  # for every step that is solved; each brings the noise closer


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
    key = "unet"
    rows = 1


class EmojiDiffusion:
    """Encodes, samples, decodes, inverts, embeds and listens. `card` works before `load`, without torch."""

    rows_forward, rows_decoded = UNET_ROWS, DECODER_ROWS
    resident = False

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.config: dict[str, Any] = json.loads((folder / "config.json").read_text("utf-8"))
        unet = json.loads((folder / "unet" / "config.json").read_text("utf-8"))
        self.dim = int(unet["in_channels"]) * int(unet["sample_size"]) ** 2

    def card(self) -> dict[str, Any]:
        """Return what the catalogue says about the model."""
        config, size = self.config, self.config["image_size"]
        files = json.dumps(config["files"], sort_keys=True, separators=(",", ":"))
        weights_bytes = 2 * int(config["parameters"])
        return {
            "id": ID,
            "family": "latent-diffusion",
            "title": {"en": "Emoji diffusion", "ja": "絵文字拡散"},
            "summary": {
                "en": f"Words to a {size}×{size} emoji by latent diffusion, word piece by word piece.",
                "ja": f"言葉から{size}×{size}の絵文字へ。単語ごとに注目する潜在拡散。",
            },
            "licence": "Apache-2.0",
            "weights": hashlib.sha256(files.encode()).hexdigest()[:16],
            "verbs": [verb for verb, protocol in VERBS.items() if isinstance(self, protocol)],
            "image": {"width": size, "height": size},
            "steps": {"choices": config["steps"], "default": config["default_steps"]},
            "samplers": ["mean_flow"],
            "guidance_scale": config["guidance"],
            "styles": config["styles"],
            "spaces": {
                "prompt": {"id": PROMPT, "geometry": "flat", "dim": TEXT_DIM},
                "noise": {"id": NOISE, "geometry": "gaussian", "dim": self.dim},
                "latent": {"id": LATENT, "geometry": "flat", "dim": self.dim},
            },
            "negative_prompt": False,
            "prompt_weighting": False,
            "image_to_image": True,
            "attention": True,
            "inversions": [{"id": id, "title": title} for id, title in INVERSIONS.items()],
            "loras": [],
            "uses_words": True,
            "text_encoder": config["text_encoder"],
            "directions": [],
            "resident": self.resident,
            "memory": {"bytes_needed": self.bytes_needed(), "weights_bytes": weights_bytes},
            "origin": {"kind": "embedded", "name": ID},
        }

    def bytes_needed(self, device: str = "cpu") -> int:
        """Return about how many bytes the loaded model takes, in float32, with room to work."""
        return 4 * int(self.config["parameters"]) + WORKSPACE_BYTES

    def load(
        self,
        open_checkpoint: Callable[[Path], Checkpoint],
        open_encoder: Callable[[str], TextEncoder],
    ) -> None:
        """Read the weights. Raises `MissingWeights` or `DamagedWeights`, naming the file."""
        from inference.networks.diffusion_checkpoint import load_diffusion
        from inference.networks.steady import steadied
        from inference.networks.tiles import Tiles

        self.judge = open_checkpoint(self.folder.parent / JUDGE_ID).judge
        self.encoder = open_encoder(self.config["text_encoder"])
        self.checkpoint: DiffusionCheckpoint = load_diffusion(self.folder)
        steadied(self.checkpoint.flow)
        steadied(self.checkpoint.vae)
        self._flow = Tiles(self.checkpoint.flow, UNET_ROWS)
        self._drawn = Tiles(self.checkpoint.decode, DECODER_ROWS)

    def unload(self) -> None:
        """Forget the weights; `load` brings them back."""
        del self.checkpoint, self.judge, self.encoder, self._flow, self._drawn

    # Words

    def encode(self, prompt: str) -> Embedding:
        """Return the words (8064,) of a prompt: 20 token states and one pooled vector."""
        from inference.networks.diffusion import words_of

        checkpoint = self.checkpoint
        if not prompt.strip():
            return self._embedding(checkpoint.flow.no_text(1)[0])
        # One at a time: padding to a common length would change the last bits.
        found = self.encoder.encode([prompt], mean=checkpoint.pooled_mean)
        words = words_of(found.tokens, found.mask, found.pooled, checkpoint.token_mean)
        return self._embedding(words[0])

    def lean(self, embedding: Embedding, terms: Sequence[tuple[Direction, float]]) -> Embedding:
        """Return e + Σ scale · direction."""
        moved = embedding.values
        for direction, scale in terms:
            same_space(embedding, direction)
            moved = moved + scale * direction.values
        return embedding.at(moved)

    # Noise to latent

    def noise(self, seed: int, width: int | None = None, height: int | None = None) -> Latent:
        """Return the noise (dim,) of a seed, drawn on the CPU."""
        from inference.core.noise import noise

        return Latent(noise(seed, (self.dim,)), NOISE, "gaussian")

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

        z ← z − (t − r) u(z, t, r, w, words) on equal steps from t = 1 (noise) to 0 (data), or from
        the strength at which a picture was noised.
        """
        z, start, steps = noise.values, 1.0, sampling.steps
        if sampling.image is not None and sampling.strength is not None:
            start = sampling.strength
            z = (1 - start) * self._seen(sampling.image) + start * z
        guess = z
        for done in range(steps):
            t, r = start * (1 - done / steps), start * (1 - (done + 1) / steps)
            u = yield Ask(z, t, r, sampling.guidance_scale, embedding.values, guess)
            z, guess = z - (t - r) * u, z - t * u
        return self._latent(z)

    def invert_walk(
        self, method: str, image: Tensor, sampling: Sampling
    ) -> Generator[Ask, Tensor, Latent]:
        """Walk back from a picture to the noise (dim,) that makes it under no words.

        `flow-N`: z ← z + dt v(z, t) from t = 0 to 1, with the velocity v that r = t gives.
        `solve-N`: finds z_t = z_r + (t − r) u(z_t, t, r) for each of N equal steps of sampling.
        """
        text, z = self.encode("").values, self._seen(image)
        way, _, count = method.rpartition("-")
        steps = int(count)
        if way == "solve":
            for left in range(steps):
                r, t = left / steps, (left + 1) / steps
                end = z
                for _ in range(ROUNDS):
                    u = yield Ask(z, t, r, 1.0, text, end)
                    # Half-way to the answer every time: a whole step may jump back and forth.
                    z = (z + end + (t - r) * u) / 2
            return Latent(z, NOISE, "gaussian")
        for done in range(steps):
            t = done / steps
            # The middle of the step, because the path bends most near the data.
            middle = z + (yield Ask(z, t, t, 1.0, text, z)) / (2 * steps)
            t += 0.5 / steps
            z = z + (yield Ask(middle, t, t, 1.0, text, middle)) / steps
        return Latent(z, NOISE, "gaussian")

    def invert(self, image: Tensor) -> Latent:
        """Return the noise (dim,) of a picture (3, size, size) in [-1, 1], by the first method."""
        return alone(self.invert_walk(next(iter(INVERSIONS)), image, Sampling(1)), self.forward)

    def noised(self, image: Tensor, t: float, seed: int) -> Latent:
        """Return the latent (dim,) of a picture on its straight way to the noise of a seed."""
        return self._latent((1 - t) * self._seen(image) + t * self.noise(seed).values)

    def forward(self, asks: Sequence[Any]) -> list[Any]:
        """Carry out rows of any walks together; each row's bits are the same in any company."""
        from inference.pipelines.attention import Together, carried

        if isinstance(asks[0], Together):
            flow = self.checkpoint.flow
            return list(carried(flow.unet, asks, lambda rows: self._velocities(flow, rows)))
        return self._velocities(self._flow, asks)

    def _velocities(self, flow: Callable[..., Tensor], asks: Sequence[Ask]) -> list[Tensor]:
        import torch

        def column(values: Sequence[float]) -> Tensor:
            return torch.tensor(values, dtype=torch.float32)

        velocities = flow(
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

    def middle(self) -> Module:
        """Return the narrowest block of the UNet."""
        found: Module = self.checkpoint.flow.unet.mid_block
        return found

    def heard(self, output: Any, count: int) -> Tensor:
        """Return what the block said (count, channels); guidance is an input, a row is an ask."""
        from inference.core.activations import over_picture

        return over_picture(output)[:count]

    # Latent to picture, picture to vector

    def decode(self, latent: Latent) -> Tensor:
        """Return the picture (3, size, size) in [-1, 1]."""
        return self.decode_many([latent])[0]

    def decode_many(
        self, latents: Sequence[Latent], width: int | None = None, height: int | None = None
    ) -> list[Tensor]:
        """Return the pictures (3, size, size) in [-1, 1]; equal latents give equal bits."""
        import torch

        pictures = self._drawn(torch.stack([latent.values for latent in latents]))
        return list(pictures.clamp(-1, 1))

    def embed(self, images: Tensor) -> Tensor:
        """Return unit vectors (n, 256) of pictures (n, 3, h, w), near each other when alike."""
        from torch.nn import functional

        from inference.networks.tiles import tiled

        side = 64
        if images.shape[-1] != side:
            images = functional.interpolate(images, (side, side), mode="area")
        return tiled(self.judge.see, DECODER_ROWS, images)

    def embed_words(self, embedding: Embedding) -> Tensor:
        """Return the unit vector (256,) that pictures of these words are near to."""
        return self.judge.read(embedding.values[None, -TEXT_WIDTH:])[0]

    # Inside

    def _embedding(self, values: Tensor) -> Embedding:
        return Embedding(values, PROMPT, "flat")

    def _seen(self, image: Tensor) -> Tensor:
        """Return the standardised latent (dim,) of a picture (3, size, size) in [-1, 1]."""
        return self.checkpoint.encode(image[None])[0]

    def _latent(self, standardised: Tensor) -> Latent:
        restored = self.checkpoint.flow.restore(standardised[None])[0]
        return Latent(restored.flatten(), LATENT, "flat")


@spaces.add
def emoji_diffusion(model_folder: Path) -> EmojiDiffusion:
    """Words to emoji by latent diffusion with attention to word pieces, in one to four steps."""
    return EmojiDiffusion(model_folder / ID)
