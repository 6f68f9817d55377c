package io.readthrough.core.score;

import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.note.TickerSentiment.Resolution;
import io.readthrough.core.security.Mention;
import io.readthrough.core.security.Security;

/// A security that a note names, and how much the note is about it.
final class Name {
  final Security security;
  final int firstMention;
  Resolution.Method method;
  double confidence;
  int mentions;
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

  Resolution resolution() {
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
