package io.readthrough.core.claim;

import io.readthrough.core.choice.FeatureNames;
import io.readthrough.core.choice.FeatureVector;
import io.readthrough.core.claim.ClaimTargets.FirstNamed;
import io.readthrough.core.claim.ReadNote.Named;
import io.readthrough.core.claim.SentenceReader.Sentence;
import io.readthrough.core.score.target.NameMention;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Whom a sentence speaks of: the note's subject or others, by name or by what the sentences before
/// have named.
@SuppressWarnings("EnumOrdinal") // Features are numbered by the order of what they are about.
final class NameFeatures {
  private final int[] named;
  private final int driver;
  private final int several;
  private final int group;
  private final int opensWithOther;
  private final int effectOnOthers;
  private final int introduces;
  private final int[] carried;

  NameFeatures(FeatureNames names) {
    named = names.addEach("names", List.of("nobody", "subject first", "other first"));
    driver = names.add("names:driver");
    several = names.add("names:several others");
    group = names.add("names:group");
    opensWithOther = names.add("names:opens with other");
    effectOnOthers = names.add("effect:others");
    introduces = names.add("names:for the first time");
    carried = names.addEach("named before", List.of("nobody", "subject", "other"));
  }

  /// All of them, by their numbers.
  List<Integer> all() {
    List<Integer> all = new ArrayList<>();
    Arrays.stream(named).forEach(all::add);
    all.addAll(List.of(driver, several, group, opensWithOther, effectOnOthers, introduces));
    Arrays.stream(carried).forEach(all::add);
    return all;
  }

  /// Adds to the vectors of a note's sentences, which are in order.
  void add(ReadNote note, List<Sentence> sentences, List<FeatureVector> vectors) {
    List<NameMention> firsts = firstMentions(note);
    int next = 0;
    FirstNamed before = FirstNamed.NOBODY;
    for (int i = 0; i < sentences.size(); i++) {
      Sentence sentence = sentences.get(i);
      FeatureVector vector = vectors.get(i);
      FirstNamed first = sentence.found().firstNamed();
      addOne(sentence, first, vector);
      boolean introduced = false;
      for (; next < firsts.size() && firsts.get(next).first() < sentence.end(); next++) {
        introduced |= firsts.get(next).first() >= sentence.first();
      }
      vector.addIf(introduced, introduces);
      if (first == FirstNamed.NOBODY) {
        vector.add(carried[before.ordinal()]);
      } else {
        before = first;
      }
    }
  }

  private void addOne(Sentence sentence, FirstNamed first, FeatureVector vector) {
    vector.add(named[first.ordinal()]);
    vector.addIf(sentence.found().others() > 1, several);
    vector.addIf(sentence.found().namesDriver(), driver);
    vector.addIf(sentence.found().namesGroup(), group);
    vector.addIf(sentence.found().opensWithOther(sentence.first()), opensWithOther);
    vector.addIf(sentence.found().hasOthers(), effectOnOthers);
  }

  /// Where each name that is neither the subject nor what drives it is first mentioned, in order.
  private static List<NameMention> firstMentions(ReadNote note) {
    BitSet seen = new BitSet();
    List<NameMention> firsts = new ArrayList<>();
    for (NameMention mention : note.mentions()) {
      Named name = note.names().get(mention.name());
      if (!seen.get(mention.name()) && !name.isSubject() && !name.isDriver()) {
        firsts.add(mention);
      }
      seen.set(mention.name());
    }
    return firsts;
  }
}
