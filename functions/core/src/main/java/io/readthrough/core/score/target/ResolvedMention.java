package io.readthrough.core.score.target;

/// A place where a text speaks of a name, by its name or by a word that stands for it.
///
/// @param name which name, from 0, or [TargetAssigner#NOBODY] when a word stands for nobody
/// @param first the first token
/// @param end the token after the last
/// @param stated whether the name itself stands there, and not "the company" or "it"
/// @param listed how many mentions are coordinated with it, itself included
public record ResolvedMention(
    int name, int first, int end, boolean stated, MentionRole role, int listed) {}
