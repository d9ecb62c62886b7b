"""Model families that can encode, sample, decode, invert, be steered or embed. One file each."""
