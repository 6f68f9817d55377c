package io.readthrough.parse;

import io.readthrough.parse.extract.Limits;
import io.readthrough.store.Environment;

/// The settings of the parse function: the limits, each under its own name.
final class ParseSettings {
  private ParseSettings() {}

  /// The limits that the environment sets, the standard ones where it sets none.
  ///
  /// @throws IllegalStateException when one is no positive number
  static Limits limits(Environment environment) {
    Limits standard = Limits.STANDARD;
    return new Limits(
        environment.positive("MAX_BYTES", standard.bytes()),
        environment.positive("MAX_CHARACTERS", standard.characters()),
        environment.positive("MAX_PAGES", standard.pages()),
        environment.positive("MAX_DEPTH", standard.depth()),
        environment.positive("MAX_PARTS", standard.parts()),
        environment.positive("MAX_EXPANDED_BYTES", (int) standard.expandedBytes()),
        environment.positive("MAX_EXPANSION_RATIO", standard.expansionRatio()),
        environment.positive("MAX_ELEMENTS", standard.elements()),
        environment.positive("MAX_MILLIS", standard.millis()));
  }
}
