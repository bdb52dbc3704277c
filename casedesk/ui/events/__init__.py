"""Steps of the proceedings."""
