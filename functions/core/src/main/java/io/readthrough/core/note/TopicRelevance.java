package io.readthrough.core.note;

/// How much a note is about a topic ("earnings", "mergers_and_acquisitions"), in (0, 1].
public record TopicRelevance(String topic, double relevance) {}
