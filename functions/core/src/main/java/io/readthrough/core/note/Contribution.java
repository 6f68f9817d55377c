package io.readthrough.core.note;

/// What one piece of evidence adds to one score: `baseline + sum of deltas = score`, to 1e-9.
public record Contribution(String evidenceId, double delta) {}
