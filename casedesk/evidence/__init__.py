"""What a pasted link or a received file says by itself: pure, never the network."""
