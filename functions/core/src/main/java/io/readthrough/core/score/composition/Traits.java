package io.readthrough.core.score.composition;

import io.readthrough.core.score.composition.Expression.Trait;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;

/// An immutable set of traits, a bit for each: a text has hundreds of expressions, and each is
/// asked for its traits once for every name.
final class Traits extends AbstractSet<Trait> {
  private static final Trait[] ALL = Trait.values();

  private final int bits;

  Traits(int bits) {
    this.bits = bits;
  }

  static Traits of(Set<Trait> traits) {
    if (traits instanceof Traits known) {
      return known;
    }
    int bits = 0;
    for (Trait trait : traits) {
      bits |= bit(trait);
    }
    return new Traits(bits);
  }

  @SuppressWarnings("EnumOrdinal") // Only told apart.
  static int bit(Trait trait) {
    return 1 << trait.ordinal();
  }

  @Override
  public boolean contains(Object trait) {
    return trait instanceof Trait known && (bits & bit(known)) != 0;
  }

  @Override
  public int size() {
    return Integer.bitCount(bits);
  }

  /// In the order of [Trait].
  @Override
  public Iterator<Trait> iterator() {
    return new Iterator<>() {
      private int left = bits;

      @Override
      public boolean hasNext() {
        return left != 0;
      }

      @Override
      public Trait next() {
        if (left == 0) {
          throw new NoSuchElementException();
        }
        Trait next = ALL[Integer.numberOfTrailingZeros(left)];
        left &= left - 1;
        return next;
      }
    };
  }
}
