package io.readthrough.local.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A whole number as an option, held to its bounds.
public abstract class WholeNumber implements ITypeConverter<Integer> {
  private final int least;
  private final int most;

  /// A number from `least` to `most`.
  protected WholeNumber(int least, int most) {
    this.least = least;
    this.most = most;
  }

  @Override
  public final Integer convert(String value) {
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // The sentence below says what a number is.
    }
    throw new TypeConversionException(
        "'" + value + "' is no whole number from " + least + " to " + most);
  }
}
