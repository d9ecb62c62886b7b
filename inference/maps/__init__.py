"""Maps: points on a plane that stand for pictures, and the way back."""
