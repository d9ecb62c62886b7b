"""Journeys: walks between recipes, every frame of which is a recipe. No torch."""
