"""Other people's diffusers pipelines, run one pass of their denoiser at a time."""
