package io.readthrough.core.security;

import io.readthrough.core.text.Tokens;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A firm's own securities before the built-in ones. The longest name counts, whichever list has
/// it; of equal ones the firm's. Where both have a ticker, the security is the firm's, and the
/// built-in names of it go on naming it.
public final class FirmSecurities implements SecurityMaster {
  private final FirmRows own;
  private final SecurityMaster builtIn;

  private FirmSecurities(FirmRows own, SecurityMaster builtIn) {
    this.own = own;
    this.builtIn = builtIn;
  }

  /// Makes a firm's securities known besides the built-in ones.
  ///
  /// @param listed the rows of the firm's own list
  /// @param registrants the lines of a register. Of a company that is known already, by whatever
  ///   list, they are further lines; names of one word count only where the context supports them
  public static FirmSecurities of(List<ListedSecurity> listed, List<Registrant> registrants) {
    SecurityMaster builtIn = SecurityList.builtIn();
    return new FirmSecurities(new FirmRows(listed, registrants, builtIn), builtIn);
  }

  @Override
  public @Nullable Security byTicker(String ticker) {
    Security security = own.byTicker(ticker);
    return security == null ? current(builtIn.byTicker(ticker)) : security;
  }

  @Override
  public @Nullable Security byIsin(String isin) {
    Security security = own.byIsin(isin);
    return security == null ? current(builtIn.byIsin(isin)) : security;
  }

  @Override
  public @Nullable String sector(Security security) {
    String sector = own.sector(security);
    return sector == null ? builtIn.sector(security) : sector;
  }

  @Override
  public boolean isWord(String ticker) {
    return own.isWord(ticker) || builtIn.isWord(ticker);
  }

  @Override
  public boolean standsAlone(String ticker) {
    return builtIn.byTicker(ticker) != null;
  }

  @Override
  public @Nullable FoundName findName(Tokens tokens, int i) {
    FoundName found = builtIn.findName(tokens, i);
    FoundName firms = own.findName(tokens, i);
    Name name = firms == null ? null : firms.name();
    boolean longest = firms != null && (found == null || firms.end() >= found.end());
    if (longest && name != null && name.fits(tokens, i, firms.end())) {
      return firms;
    }
    Name builtInName = found == null ? null : found.name();
    Security replacing = builtInName == null ? null : replacing(builtInName.security());
    return found == null || builtInName == null || replacing == null
        ? found
        : new FoundName(found.end(), builtInName.of(replacing));
  }

  private @Nullable Security current(@Nullable Security builtInOne) {
    Security replacing = builtInOne == null ? null : replacing(builtInOne);
    return replacing == null ? builtInOne : replacing;
  }

  /// The firm's security with the ticker of a built-in one.
  private @Nullable Security replacing(Security builtInOne) {
    String ticker = builtInOne.ticker();
    Security firms = ticker == null ? null : own.byTicker(ticker);
    return firms != null && Objects.equals(firms.ticker(), ticker) ? firms : null;
  }
}
