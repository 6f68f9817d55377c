package io.readthrough.core.score;

import io.readthrough.core.claim.ReadNote;
import io.readthrough.core.claim.Sections;
import io.readthrough.core.event.Topics;
import io.readthrough.core.fact.FactFinder;
import io.readthrough.core.fact.FactFinder.FoundFacts;
import io.readthrough.core.fact.FigureFacts;
import io.readthrough.core.fact.check.NoteFacts;
import io.readthrough.core.fact.choice.FigureCases;
import io.readthrough.core.fact.sentence.FactWeights;
import io.readthrough.core.fact.sentence.FoundFact;
import io.readthrough.core.lexicon.Lexicon;
import io.readthrough.core.lexicon.Match;
import io.readthrough.core.model.SentimentModel;
import io.readthrough.core.note.Claim;
import io.readthrough.core.note.Explanation;
import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.Region;
import io.readthrough.core.note.ScoredNote;
import io.readthrough.core.note.ScorerModel;
import io.readthrough.core.note.Sentiment;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.note.TickerSentiment;
import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.score.composition.Clauses;
import io.readthrough.core.score.composition.Composer;
import io.readthrough.core.score.composition.Expression;
import io.readthrough.core.score.feature.EntryKeys;
import io.readthrough.core.score.feature.FeatureReader;
import io.readthrough.core.score.feature.TextReading;
import io.readthrough.core.score.outlook.OutlookCandidate;
import io.readthrough.core.score.outlook.OutlookFeatures;
import io.readthrough.core.score.outlook.OutlookVector;
import io.readthrough.core.score.outlook.Outlooks;
import io.readthrough.core.score.reading.Name;
import io.readthrough.core.score.reading.Names;
import io.readthrough.core.score.reading.Reading;
import io.readthrough.core.score.reading.Stances;
import io.readthrough.core.score.role.RoleCandidate;
import io.readthrough.core.score.target.Assignment;
import io.readthrough.core.score.target.NameMention;
import io.readthrough.core.score.target.TargetAssigner;
import io.readthrough.core.score.target.Targets;
import io.readthrough.core.security.GroupMentions;
import io.readthrough.core.security.Security;
import io.readthrough.core.security.SecurityMentions;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Scores parsed notes. Thread-safe.
///
/// A note's score rests on at most 160 expressions, the strongest of it, and a note has at most 64
/// names, 24 claims and 1,000 facts.
public final class NoteScorer {
  private static final String VERSION = "1";
  private static final int MOST_NAMES = 64;
  private static final int MOST_FACTS = 1000;

  private final Lexicon lexicon;
  private final SecurityMentions securities;
  private final FactFinder facts;
  private final ScorerModel model;
  private final SentimentModel weights;
  private final EntryKeys keys;

  /// @param securities finds the names that notes speak of
  /// @param facts finds the figures that notes report
  /// @param weights what was learned
  public NoteScorer(
      Lexicon lexicon, SecurityMentions securities, FactFinder facts, SentimentModel weights) {
    this(
        lexicon,
        securities,
        facts,
        weights,
        new EntryKeys(lexicon.entries()),
        new ScorerModel("readthrough", VERSION, digest(lexicon.digest(), weights.digest())));
  }

  private NoteScorer(
      Lexicon lexicon,
      SecurityMentions securities,
      FactFinder facts,
      SentimentModel weights,
      EntryKeys keys,
      ScorerModel model) {
    this.lexicon = lexicon;
    this.securities = securities;
    this.facts = facts;
    this.weights = weights;
    this.keys = keys;
    this.model = model;
  }

  /// The scorer with the built-in lexicon, securities and metrics.
  public static NoteScorer standard() {
    return new NoteScorer(
        Lexicon.standard(),
        SecurityMentions.standard(),
        FactFinder.standard(),
        SentimentModel.standard());
  }

  private static String digest(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// The features' keys of this scorer's lexicon.
  public EntryKeys keys() {
    return keys;
  }

  /// The same scorer for notes that speak of other securities.
  public NoteScorer with(SecurityMentions others) {
    return new NoteScorer(lexicon, others, facts, weights, keys, model);
  }

  /// Which scorer this is.
  public ScorerModel model() {
    return model;
  }

  /// Reads `note` and scores it.
  public ScoredNote score(ParsedNote note) {
    Reading reading = Reading.of(note, lexicon, securities);
    FoundFacts all = facts(reading);
    List<FoundFact> found = scored(reading, note, all.facts());
    double[] overall = overall(reading);
    TextReading text = reading.text();
    OutlookFeatures.Read outlooks = OutlookFeatures.of(reading, found);
    Statements statements = Statements.of(reading, securities, found, outlooks.vectors());
    Conclusions conclusions = conclusions(reading, text, statements.note(), outlooks);
    UnitScore whole = conclusions.ofWhole(importance(reading), overall);
    List<NameScore> names = names(reading, text, conclusions, statements.targets());
    EvidenceList evidence =
        new EvidenceList(
            reading,
            found,
            shares(overall),
            statements.citations(),
            conclusions.wordings(),
            whole,
            names);
    List<Claim> claims = statements.claims(evidence);
    NoteFacts figures = NoteFacts.of(evidence.facts(found), found);
    Explanation explanation = whole.explanation(evidence);
    Sections sections = Sections.of(reading.tokens(), reading.sentences());
    return new ScoredNote(
        note,
        Summary.of(reading, sections, claims, explanation, evidence.all()),
        whole.sentiment(),
        explanation,
        tickers(reading, sections, names, evidence, statements.note(), claims),
        Topics.of(reading.tokens(), reading.sentences(), statements.note().isScored()),
        statements.events(evidence),
        figures.facts(),
        figures.checks(),
        claims,
        statements.views(evidence, figures.facts()),
        evidence.all(),
        model,
        warnings(note, unreadable(reading, note, all.unreadable()), found.size() == MOST_FACTS));
  }

  /// Reads `note` as far as its claims are found in it.
  public ReadNote readForClaims(ParsedNote note) {
    Reading reading = Reading.of(note, lexicon, securities);
    List<FoundFact> found = scored(reading, note, facts(reading).facts());
    return Statements.readNote(
        reading, securities, found, OutlookFeatures.of(reading, found).vectors());
  }

  /// What tells the roles of the names of `note`, groups apart.
  public List<RoleCandidate> readForRoles(ParsedNote note) {
    return RoleCandidate.of(Reading.of(note, lexicon, securities), securities);
  }

  /// The choices that are made while the facts of `note` are found by `weights`.
  public FigureCases readForFigures(ParsedNote note, FactWeights weights) {
    Reading reading = Reading.of(note, lexicon, securities);
    return new FigureFacts(weights)
        .cases(reading.tokens(), reading.sentences(), note.regions(), reading.mentions());
  }

  /// What tells how `note` as a whole sees its names.
  public List<OutlookCandidate> readForOutlooks(ParsedNote note) {
    Reading reading = Reading.of(note, lexicon, securities);
    List<FoundFact> found = scored(reading, note, facts(reading).facts());
    List<OutlookVector> vectors = OutlookFeatures.of(reading, found).vectors();
    List<OutlookCandidate> candidates = new ArrayList<>(vectors.size());
    for (int i = 0; i < vectors.size(); i++) {
      Name name = reading.names().names.get(i);
      candidates.add(
          new OutlookCandidate(name.security, name.firstMention, vectors.get(i).features()));
    }
    return candidates;
  }

  /// Reads a short text that mentions names.
  public TextReading read(String text, List<TextSpan> mentions) {
    Tokens tokens = Tokens.of(text);
    Sentences sentences = Sentences.of(tokens);
    Clauses clauses = Clauses.of(tokens, sentences);
    List<Match> matches = lexicon.match(tokens);
    List<NameMention> names = names(tokens, mentions);
    BitSet named = new BitSet();
    for (NameMention name : names) {
      named.set(name.first(), name.end());
    }
    List<Expression> expressions =
        Composer.compose(tokens, sentences, clauses, matches, named::get);
    int subject = names.isEmpty() ? TargetAssigner.NOBODY : names.getFirst().name();
    Targets targets =
        TargetAssigner.assign(
            tokens, sentences, clauses, expressions, names, subject, name -> true);
    double[] weights = new double[sentences.size()];
    Arrays.fill(weights, 1);
    return new TextReading(tokens, sentences, clauses, matches, expressions, targets, weights);
  }

  /// The sentiment of a short text and towards each mention in it.
  public TextSentiment scoreText(String text, List<TextSpan> mentions) {
    TextReading reading = read(text, mentions);
    FeatureReader reader = new FeatureReader(reading, keys, weights);
    int[] same = same(text, mentions);
    List<Sentiment> sentiments = new ArrayList<>(mentions.size());
    for (int m = 0; m < same.length; m++) {
      double[] signed = signed(reading, m);
      sentiments.add(
          UnitScore.ofName(weights, reading, reader, m, same, signed, Stances.Conclusion.NONE)
              .sentiment());
    }
    double[] whole = new double[reading.expressions().size()];
    for (int i = 0; i < whole.length; i++) {
      Expression expression = reading.expressions().get(i);
      whole[i] = expression.polarity() * expression.contrast();
    }
    double[] importance = new double[whole.length];
    Arrays.fill(importance, 1);
    return new TextSentiment(
        UnitScore.ofWhole(weights, reading, reader, importance, whole, Stances.Conclusion.NONE)
            .sentiment(),
        sentiments);
  }

  /// For every mention the first that is spelled alike: they are one name.
  public static int[] same(String text, List<TextSpan> mentions) {
    Map<String, Integer> first = new HashMap<>();
    int[] same = new int[mentions.size()];
    for (int m = 0; m < same.length; m++) {
      Integer earlier = first.putIfAbsent(mentions.get(m).of(text), m);
      same[m] = earlier == null ? m : earlier;
    }
    return same;
  }

  /// What each expression says of a name, weighed; 0 for those that are not about it.
  private static double[] signed(TextReading reading, int name) {
    double[] signed = new double[reading.expressions().size()];
    for (Assignment assignment : reading.targets().assignments()) {
      if (assignment.name() == name) {
        Expression expression = reading.expressions().get(assignment.expression());
        signed[assignment.expression()] =
            expression.polarity()
                * expression.contrast()
                * assignment.factor()
                * reading.weights()[expression.sentence()];
      }
    }
    return signed;
  }

  private static List<NameMention> names(Tokens tokens, List<TextSpan> mentions) {
    List<NameMention> names = new ArrayList<>(mentions.size());
    for (int m = 0; m < mentions.size(); m++) {
      TextSpan span = mentions.get(m);
      int first = tokens.at(span.start());
      if (first < tokens.size()) {
        int last = Math.max(first, tokens.at(Math.max(span.start(), span.end() - 1)));
        names.add(new NameMention(m, first, Math.min(last + 1, tokens.size())));
      }
    }
    names.sort(Comparator.comparingInt(NameMention::first));
    return names;
  }

  private FoundFacts facts(Reading reading) {
    return facts.find(
        reading.tokens(), reading.sentences(), reading.note().regions(), reading.mentions());
  }

  private Conclusions conclusions(
      Reading reading, TextReading text, ReadNote read, OutlookFeatures.Read outlooks) {
    TextConclusions asText =
        new TextConclusions(weights, reading, text, new FeatureReader(text, keys, weights));
    return reading.scoredSentences() < Outlooks.LEAST_SENTENCES
        ? asText
        : new NoteConclusions(
            reading, read.names().stream().map(ReadNote.Named::role).toList(), outlooks, asText);
  }

  private static List<FoundFact> scored(Reading reading, ParsedNote note, List<FoundFact> facts) {
    List<FoundFact> scored = new ArrayList<>();
    for (FoundFact fact : facts) {
      if (scored.size() < MOST_FACTS && isScored(reading, note, fact.span())) {
        scored.add(fact);
      }
    }
    return scored;
  }

  private static int unreadable(Reading reading, ParsedNote note, List<TextSpan> figures) {
    return (int) figures.stream().filter(figure -> isScored(reading, note, figure)).count();
  }

  /// Whether a figure stands in a sentence that is scored, or in a region that is: a line with the
  /// rating and the target can follow the publisher's own without a full stop between them.
  private static boolean isScored(Reading reading, ParsedNote note, TextSpan span) {
    int sentence = reading.sentences().containing(reading.tokens().at(span.start()));
    return reading.weights().of(sentence) > 0 || isInScoredRegion(note.regions(), span);
  }

  private static boolean isInScoredRegion(List<Region> regions, TextSpan span) {
    int low = 0;
    int high = regions.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (regions.get(middle).span().end() <= span.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < regions.size()
        && regions.get(low).kind().isScored()
        && regions.get(low).span().contains(span);
  }

  /// What each expression weighs in the overall score: for the names that the note is about in
  /// full, for others by how much it is about them, for no name in full.
  private static double[] overall(Reading reading) {
    double[] weights = new double[reading.expressions().size()];
    double[] most = new double[weights.length];
    for (Assignment assignment : reading.assignments()) {
      double share = share(reading.names(), assignment.name());
      int i = assignment.expression();
      if (share > most[i]) {
        most[i] = share;
        weights[i] = share * reading.weight(reading.expressions().get(i), assignment.factor());
      }
    }
    for (int i = 0; i < weights.length; i++) {
      if (most[i] == 0) {
        weights[i] = reading.weight(reading.expressions().get(i), 1);
      }
    }
    return weights;
  }

  private static double share(Names names, int name) {
    double relevance = names.relevance(name);
    return names.isSubject(name) ? 1 : 0.5 * relevance;
  }

  private static double[] shares(double[] weights) {
    double gross = 0;
    for (double weight : weights) {
      gross += Math.abs(weight);
    }
    double[] shares = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      shares[i] = gross == 0 ? 0 : Math.abs(weights[i]) / gross;
    }
    return shares;
  }

  /// How much each expression counts for the note as a whole: in full when it is about a name that
  /// the note is about, or about nobody.
  private static double[] importance(Reading reading) {
    double[] importance = new double[reading.expressions().size()];
    for (Assignment assignment : reading.assignments()) {
      int i = assignment.expression();
      importance[i] = Math.max(importance[i], share(reading.names(), assignment.name()));
    }
    for (int i = 0; i < importance.length; i++) {
      importance[i] = importance[i] == 0 ? 1 : importance[i];
    }
    return importance;
  }

  /// The scores of the names that the note is most about, at most [#MOST_NAMES].
  ///
  /// @param targets the names that claims say good or bad of: a group that is none of them, and of
  ///   which nothing else is said, is no more than a word
  private static List<NameScore> names(
      Reading reading, TextReading text, Conclusions conclusions, Set<String> targets) {
    Names names = reading.names();
    List<Integer> order = new ArrayList<>();
    for (int name = 0; name < names.names.size(); name++) {
      order.add(name);
    }
    order.sort(
        Comparator.comparingDouble((Integer name) -> -names.relevance(name))
            .thenComparingInt(name -> names.names.get(name).firstMention));
    List<NameScore> scores = new ArrayList<>();
    for (int name : order) {
      Security security = names.names.get(name).security;
      double needed =
          targets.contains(security.entityId()) ? GroupMentions.SUBJECT : GroupMentions.TOLD;
      boolean spokenOf =
          security.assetType() == AssetType.GROUP && names.names.get(name).confidence() < needed;
      if (scores.size() < MOST_NAMES && !spokenOf) {
        scores.add(new NameScore(name, conclusions.ofName(name, signed(text, name))));
      }
    }
    return scores;
  }

  private static List<TickerSentiment> tickers(
      Reading reading,
      Sections sections,
      List<NameScore> scores,
      EvidenceList evidence,
      ReadNote read,
      List<Claim> claims) {
    Breakdown breakdown = new Breakdown(reading, evidence.all());
    Reasoning reasoning = new Reasoning(reading, sections, evidence.all(), claims);
    List<TickerSentiment> tickers = new ArrayList<>();
    for (NameScore score : scores) {
      Name it = reading.names().names.get(score.name());
      Sentiment sentiment = score.score().sentiment();
      Explanation explanation = score.score().explanation(evidence);
      tickers.add(
          new TickerSentiment(
              it.security.ticker(),
              it.security.entityId(),
              it.security.name(),
              it.security.exchangeMic(),
              it.security.assetType(),
              read.names().get(score.name()).role(),
              it.resolution(),
              reading.names().relevance(score.name()),
              sentiment,
              explanation,
              breakdown.byHorizon(explanation),
              breakdown.byAspect(explanation),
              reasoning.of(it.security.name(), it.security.entityId(), sentiment, explanation)));
    }
    return tickers;
  }

  private static List<String> warnings(ParsedNote note, int unreadable, boolean full) {
    List<String> warnings = new ArrayList<>(note.warnings());
    if (!note.language().equals("en") && !note.language().equals("und")) {
      warnings.add(
          "The note is in the language '"
              + note.language()
              + "', and the scorer reads English: its score may miss most of what is said.");
    }
    if (unreadable > 0) {
      warnings.add(
          "Figures that could not be read for certain are left out: "
              + unreadable
              + ". Their digits are grouped in no way that is known; thousands are parted by"
              + " commas, fractions by a point.");
    }
    if (full) {
      warnings.add("The note has more facts than are kept: the first " + MOST_FACTS + " are.");
    }
    return warnings;
  }
}
