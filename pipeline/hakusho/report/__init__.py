"""report: pages and figures that a person looks at, from a finished run."""
