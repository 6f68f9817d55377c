package io.readthrough.core.score.reading;

import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.note.TickerSentiment.Resolution;
import io.readthrough.core.security.Mention;
import io.readthrough.core.security.Security;

/// A security that a note names, and how much the note is about it.
public final class Name {
  /// What is named.
  public final Security security;

  /// Where it is first named, as an offset in the text.
  public final int firstMention;

  private Resolution.Method method;
  private double confidence;
  private int mentions;
  double salience;

  Name(Mention mention) {
    this.security = mention.security();
    this.firstMention = mention.span().start();
    this.method = mention.method();
    this.confidence = mention.confidence();
  }

  void add(Mention mention, double weight) {
    mentions++;
    salience += weight * mention.confidence() * interest(security.assetType());
    if (mention.method().compareTo(method) < 0) {
      method = mention.method();
    }
    confidence = Math.max(confidence, mention.confidence());
  }

  /// By what its surest mention was told.
  public Resolution.Method method() {
    return method;
  }

  /// How sure its surest mention is.
  public double confidence() {
    return confidence;
  }

  /// How often it is mentioned.
  public int mentions() {
    return mentions;
  }

  /// How surely the security is what is meant: as its surest mention tells.
  public Resolution resolution() {
    return new Resolution(method, confidence, firstMention, mentions);
  }

  /// A note that names a company and the coin or metal that drives it is about the company.
  private static double interest(AssetType type) {
    return switch (type) {
      case EQUITY, PRIVATE -> 1;
      case ETF, CRYPTO, COMMODITY -> 0.5;
      case INDEX, FX, RATE -> 0.4;
      case GROUP -> 0.1;
    };
  }
}
