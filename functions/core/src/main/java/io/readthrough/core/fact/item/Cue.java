package io.readthrough.core.fact.item;

import io.readthrough.core.note.Fact.Change;
import org.jspecify.annotations.Nullable;

/// What a word beside a figure tells of it. The wordings stand in `cues.tsv`.
public enum Cue {
  /// A verb or an adverb: "rose", "up".
  UP,
  DOWN,
  /// A noun or a comparative, which can also follow its figure: "a 5% rise", "5% higher".
  RISE,
  DROP,
  FLAT,
  ABOUT,
  /// Before a figure about as good as "about", behind one a direction: "24% less than".
  MORE_THAN,
  LESS_THAN,
  OF,
  IN,
  AT,
  TO,
  FROM,
  BY,
  EARN,
  AVERAGE,
  WORTH,
  ABOVE,
  BELOW,
  BEAT,
  MISS,
  CONSENSUS,
  GUIDANCE,
  ESTIMATE,
  OWN,
  /// The author moves an estimate: "we raise".
  OWN_UP,
  OWN_DOWN,
  YEAR_ON_YEAR,
  QUARTER_ON_QUARTER,
  MONTH_ON_MONTH,
  JOIN,
  ARTICLE,
  NONE;

  /// Whether it says that a figure is not exact.
  public static boolean isAbout(@Nullable Cue cue) {
    return cue == Cue.ABOUT || cue == Cue.MORE_THAN || cue == Cue.LESS_THAN;
  }

  /// Whether it can follow its figure.
  public static boolean isNoun(@Nullable Cue cue) {
    return cue == Cue.RISE || cue == Cue.DROP || cue == Cue.MORE_THAN || cue == Cue.LESS_THAN;
  }

  /// Whether it tells which way a figure goes.
  public static boolean isDirection(@Nullable Cue cue) {
    return cue == Cue.UP
        || cue == Cue.DOWN
        || cue == Cue.OWN_UP
        || cue == Cue.OWN_DOWN
        || isNoun(cue);
  }

  /// Which way it tells that a figure goes or stands; null when it tells none.
  public static Change.@Nullable Direction direction(@Nullable Cue cue) {
    if (cue == Cue.UP
        || cue == Cue.OWN_UP
        || cue == Cue.RISE
        || cue == Cue.ABOVE
        || cue == Cue.MORE_THAN) {
      return Change.Direction.UP;
    }
    if (cue == Cue.DOWN
        || cue == Cue.OWN_DOWN
        || cue == Cue.DROP
        || cue == Cue.BELOW
        || cue == Cue.LESS_THAN) {
      return Change.Direction.DOWN;
    }
    return cue == Cue.FLAT ? Change.Direction.FLAT : null;
  }
}
