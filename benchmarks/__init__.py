"""Speed against the raw floor of each job."""
