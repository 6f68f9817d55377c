package io.readthrough.core.fact;

/// What a word beside a figure tells of it. The wordings stand in `cues.tsv`.
enum Cue {
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
  NONE
}
