"""The stages of a training run, in order; each reads what the earlier ones left."""
