"""The model card: what was trained on what, for how long, how good it is, and where it fails."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from inference.training.packages import ART_SETS, NAMES_PACKAGE

# Looked at by eye on the sample sheets of the shipped weights.
FAILURES: tuple[str, ...] = (
    "Small faces of people are smooth or blank, and thin strokes blur: 384 numbers hold no more.",
    "A word that names many things gives their average: `heart` is brownish in some seeds, and "
    "`木` (tree) is a log in three of four.",
    "`full moon` in the flat style often grows the face of `full moon face`; `car` is now and then "
    "a fire engine in Japanese.",
    "Words that are nobody's name or keyword, and free phrases (`blue car`, `a happy dog playing in "
    "the snow`, `寿司`), become a relative or a pastel blob. There is no counting, placing or "
    "lettering.",
    "With name and style given, seeds differ little: there is one picture of each to learn from.",
    "Gender and hair-colour directions start from people that are hard to draw, and beyond scale "
    "1.5 or below -0.5 they may leave the person behind (a shirt, a blur).",
    "Guidance above 5 hardens colours; one step is a little softer than four.",
)
AUTHORS = {
    "noto": ("Google Inc", "https://github.com/googlefonts/noto-emoji", "Apache-2.0"),
    "twemoji": (
        "Twitter, Inc and other contributors",
        "https://github.com/jdecked/twemoji",
        "CC BY 4.0",
    ),
    "fluent 3d": ("Microsoft Corporation", "https://github.com/microsoft/fluentui-emoji", "MIT"),
    "fluent flat": ("Microsoft Corporation", "https://github.com/microsoft/fluentui-emoji", "MIT"),
}
LICENCES = {
    "Apache-2.0": "https://www.apache.org/licenses/LICENSE-2.0",
    "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
    "MIT": "https://opensource.org/license/mit",
}
SPLIT_TITLES = {
    "train": "seen in training",
    "name": "held-out names (never seen in any style)",
    "pair": "held-out (name, style) pairs (seen in other styles)",
}


def write_card(numbers: dict[str, Any], folder: Path, target: Path) -> None:
    """Write `README.md` next to the weights."""
    parts = [
        introduction(),
        data(),
        budget(folder / "curve.jsonl"),
        results(numbers),
        failures(),
    ]
    (target / "README.md").write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def introduction() -> str:
    """Say what the model is."""
    return """# emoji-vector

A tiny text-to-picture model, trained from nothing on openly licensed emoji art. A prompt in English
or Japanese becomes a 64×64 picture in one, two or four steps, in milliseconds on a CPU. Its latent
is one vector of 384 numbers (8×8×6), so maps, arithmetic and directions act on the whole picture.

* `autoencoder.safetensors`: pictures ↔ latents, convolutions at 16×16 and 8×8 only.
* `flow.safetensors`: noise → latents, an MLP that knows the average velocity of a guided walk
  (flow matching, then distilled in the manner of MeanFlow); guidance is an input.
* `judge.safetensors`: pictures and prompts → the same 256 numbers; orders the map, scores pictures.
* `text.safetensors`: the mean prompt vector; `prior.safetensors`: mean and covariance root of the
  latents; `directions.json`: prompt pairs; `captions.json.gz`: what the map is made of.

A direction is the mean pooled prompt vector of its `to_prompts` minus that of its `from_prompts`; it
is added to a pooled prompt vector `scale` times, and the sum is brought back to length one.

Weights are fp16; the large matrices of the flow are 8-bit rows with fp16 scales. Prompts are read
by multilingual-e5-small (MIT), as pooled vectors minus the mean, at length one. The encoder is not
part of this folder.

![Sixteen English prompts, four seeds](sheet-en.png)
![The same sixteen in Japanese](sheet-ja.png)"""


def data(pixels: int = 64) -> str:
    """Say whose pictures these are."""
    lines = [
        "## Data",
        "",
        (
            f"11,736 pictures at {pixels} px over white, in four styles. Names and keywords are those of "
            f"`{NAMES_PACKAGE[0]}` {NAMES_PACKAGE[1]} (Miles Johnson, MIT; from Unicode CLDR). Flags, "
            "keycaps, letters, signs and pictures of two people are left out. The pictures were "
            "redrawn small; nothing else was changed. No share-alike art was used."
        ),
        "",
        "| style | package | author | licence |",
        "|---|---|---|---|",
    ]
    for art in ART_SETS:
        if art.style in AUTHORS:
            author, url, licence = AUTHORS[art.style]
            lines.append(
                f"| {art.style} | `{art.package}` {art.version} | [{author}]({url}) "
                f"| [{licence}]({LICENCES[licence]}) |"
            )
    lines += [
        "",
        (
            "2 % of the names and 3 % of the (name, style) pairs were held out of every stage; the "
            "names on the sample sheets were not (the split was chosen so). Sampling balances base concepts, because people in "
            "all their skin tones are two thirds of the files."
        ),
    ]
    return "\n".join(lines)


def budget(
    curve: Path, hardware: str = "The shipped weights were trained on two CPU cores, without a GPU."
) -> str:
    """Say how long each stage trained, from the last row of its curve."""
    last: dict[str, dict[str, float]] = {}
    for line in curve.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        last[row["stage"]] = row
    lines = [
        "## Budget",
        "",
        hardware,
        "",
        "| stage | minutes | steps | samples |",
        "|---|---|---|---|",
    ]
    lines += [
        f"| {stage} | {row['seconds'] / 60:.0f} | {row['step']:,} | {row['samples']:,} |"
        for stage, row in last.items()
    ]
    return "\n".join(lines)


def results(numbers: dict[str, Any]) -> str:
    """Print the measured numbers."""
    coder, distance, copying = numbers["autoencoder"], numbers["distance"], numbers["copying"]
    lines = [
        "## Measured",
        "",
        (
            f"Autoencoder on {coder['pictures']} held-out pictures: PSNR {coder['psnr_db']:.1f} dB, "
            f"SSIM {coder['ssim']:.3f}."
        ),
        "",
        (
            "The judge finds the right one of 200 names (it was trained on the same data, so read the "
            "generated columns against its own score on real pictures):"
        ),
        "",
        "| | pictures | real | 1 step | 2 steps | 4 steps |",
        "|---|---|---|---|---|---|",
    ]
    for split, row in numbers["retrieval"].items():
        cells = " | ".join(
            f"{100 * row[key]:.0f} %" for key in ("real", "1_steps", "2_steps", "4_steps")
        )
        lines.append(f"| {SPLIT_TITLES[split]} | {row['pictures']:.0f} | {cells} |")
    unseen = numbers["retrieval"].get("name", {"real": 1.0, "4_steps": 0.0})
    if unseen["4_steps"] > unseen["real"]:
        lines += [
            "",
            "Generated pictures of held-out names score above real ones because generator and "
            "judge read words alike; it does not mean that they are better pictures.",
        ]
    lines += [
        "",
        "Skin tones are left out of this table.",
        "",
        "Kernel distance (×1000) of the judge's vectors to real pictures: "
        + ", ".join(f"{spoken(key)} {value:.1f}" for key, value in distance.items())
        + ".",
        "",
        "Diversity over eight seeds, as a share of the data set's: "
        + ", ".join(f"{spoken(key)} {value:.2f}" for key, value in numbers["diversity"].items())
        + ".",
        "",
        (
            "Copying, as distance to the nearest training picture over that one's distance to its own "
            f"nearest, for held-out prompts: median {copying['median']:.2f}; "
            f"{100 * copying['below_a_tenth']:.1f} % below a tenth."
        ),
        "",
        "Milliseconds per picture, flow and decoder on one thread of a busy machine: "
        + ", ".join(f"{spoken(key)} {value:.1f}" for key, value in numbers["latency_ms"].items())
        + ".",
    ]
    return "\n".join(lines)


def spoken(key: str) -> str:
    """Turn a key of the numbers into words: `1_steps` into `1 step`."""
    return "1 step" if key == "1_steps" else key.replace("_", " ")


def failures() -> str:
    """Say plainly what does not work."""
    return "\n".join(["## Where it fails", "", *(f"* {line}" for line in FAILURES)])
