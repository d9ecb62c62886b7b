"""Training of the embedded model: data set, stages, evaluation."""
