"""A parked pipeline is the library's own: real classes of Stable Diffusion at toy size."""

from typing import Any

import pytest
import torch

from inference.core.noise import noise
from inference.pipelines.parked import carry_out, parked

diffusers = pytest.importorskip("diffusers")
# The library converts tensors in a way that NumPy 2 wants to be rid of.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning")
CASES = [
    ("EulerDiscreteScheduler", 4, 5.0),
    ("DDIMScheduler", 6, 1.0),
    ("DPMSolverMultistepScheduler", 5, 3.0),
    ("PNDMScheduler", 5, 7.5),
    ("UniPCMultistepScheduler", 4, 1.0),
    ("EulerAncestralDiscreteScheduler", 3, 2.0),
]


@pytest.fixture(scope="module")
def pipe() -> Any:
    with torch.random.fork_rng():
        torch.default_generator.manual_seed(0)
        unet = diffusers.UNet2DConditionModel(
            sample_size=8, block_out_channels=(8, 16), layers_per_block=1, norm_num_groups=4,
            down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"), cross_attention_dim=16,
            up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"), attention_head_dim=4,
        )  # fmt: skip
        vae = diffusers.AutoencoderKL(
            block_out_channels=(8, 16), down_block_types=("DownEncoderBlock2D",) * 2,
            up_block_types=("UpDecoderBlock2D",) * 2, norm_num_groups=4,
        )  # fmt: skip
    found = diffusers.StableDiffusionPipeline(
        vae=vae, unet=unet, scheduler=scheduler("DDIMScheduler"), text_encoder=None, tokenizer=None,
        safety_checker=None, feature_extractor=None, requires_safety_checker=False,
    )  # fmt: skip
    found.set_progress_bar_config(disable=True)
    return found


def scheduler(name: str) -> Any:
    more = {"clip_sample": False} if name == "DDIMScheduler" else {}
    return getattr(diffusers, name)(
        beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", steps_offset=1, **more
    )


def call(pipe: Any, case: int) -> torch.Tensor:
    _, steps, guidance = CASES[case]
    return pipe(
        prompt_embeds=noise(case, (1, 5, 16)),
        negative_prompt_embeds=noise(100 + case, (1, 5, 16)) if guidance > 1 else None,
        latents=noise(200 + case, (1, 4, 8, 8)),
        generator=torch.Generator().manual_seed(case),
        num_inference_steps=steps,
        guidance_scale=guidance,
        output_type="latent",
        return_dict=False,
    )[0]


def begun(pipe: Any, case: int) -> Any:
    return parked(pipe, "unet", scheduler(CASES[case][0]), lambda own: call(own, case))


def together(pipe: Any, cases: list[int], *, joined: bool = False) -> list[torch.Tensor]:
    """Carry several renders out in company, whatever their steps are."""
    walks = [begun(pipe, case) for case in cases]
    asks = {place: next(walk) for place, walk in enumerate(walks)}
    ends: dict[int, torch.Tensor] = {}
    while asks:
        places = list(asks)
        assert len({asks[place].key for place in places}) == 1
        results = carry_out(pipe.unet, [asks.pop(place) for place in places], joined=joined)
        for place, result in zip(places, results, strict=True):
            try:
                asks[place] = walks[place].send(result)
            except StopIteration as end:
                ends[place] = end.value
    return [ends[place] for place in range(len(cases))]


def finished(pipe: Any, walk: Any, result: Any) -> Any:
    """Carry one render out to its end, from the result of its first ask."""
    while True:
        try:
            result = carry_out(pipe.unet, [walk.send(result)], joined=False)[0]
        except StopIteration as end:
            return end.value


@torch.no_grad()
def test_renders_of_mixed_samplers_steps_and_guidance_are_the_librarys_own(pipe: Any) -> None:
    cases = list(range(len(CASES)))
    found = zip(cases, together(pipe, cases), together(pipe, cases, joined=True), strict=True)
    for case, alone, shared in found:
        pipe.scheduler = scheduler(CASES[case][0])
        theirs = call(pipe, case)
        assert torch.equal(alone, theirs), CASES[case]
        assert (shared - theirs).abs().max() <= 1e-4 * theirs.abs().max(), CASES[case]


@torch.no_grad()
def test_company_does_not_change_a_bit(pipe: Any) -> None:
    alone = [together(pipe, [case])[0] for case in range(len(CASES))]
    for cases in ([0, 1, 2], [5, 4, 3, 2, 1, 0], [1, 0, 1]):
        for case, ours in zip(cases, together(pipe, cases), strict=True):
            assert torch.equal(ours, alone[case])


@torch.no_grad()
def test_a_cancelled_render_gives_everything_back_and_harms_nobody(pipe: Any) -> None:
    unet, kept = pipe.unet, pipe.scheduler
    alone = together(pipe, [0])[0]
    gone, stays = begun(pipe, 2), begun(pipe, 0)
    results = carry_out(pipe.unet, [next(gone), next(stays)], joined=False)
    gone.close()
    assert torch.equal(finished(pipe, stays, results[1]), alone)
    assert pipe.unet is unet
    assert pipe.scheduler is kept


@torch.no_grad()
def test_what_goes_wrong_inside_comes_out_where_it_was_asked_for(pipe: Any) -> None:
    def wrong(own: Any) -> None:
        call(own, 0)
        raise LookupError("after the last step")

    walk = parked(pipe, "unet", scheduler(CASES[0][0]), wrong)
    first = carry_out(pipe.unet, [next(walk)], joined=False)[0]
    with pytest.raises(LookupError, match="after the last step"):
        finished(pipe, walk, first)


@pytest.mark.parametrize("end", ["cancelled", "failed"])
def test_the_threads_own_gradients_stay_as_they_were(pipe: Any, end: str) -> None:
    def wrong(own: Any) -> Any:
        with torch.no_grad():
            call(own, 0)
            raise LookupError("after the last step")

    with torch.no_grad():
        walk = parked(pipe, "unet", scheduler(CASES[0][0]), wrong)
        first = carry_out(pipe.unet, [next(walk)], joined=False)[0]
    assert torch.is_grad_enabled()
    if end == "cancelled":
        walk.close()
    else:
        with pytest.raises(LookupError):
            finished(pipe, walk, first)
    assert torch.is_grad_enabled()
