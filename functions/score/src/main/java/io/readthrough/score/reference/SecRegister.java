package io.readthrough.score.reference;

import static io.readthrough.score.reference.MalformedReferenceException.quoted;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.readthrough.core.security.Exchanges;
import io.readthrough.core.security.Registrant;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The SEC's `company_tickers_exchange.json`, as [it is
/// published](https://www.sec.gov/files/company_tickers_exchange.json): `fields` names the columns,
/// of which `name`, `ticker` and `exchange` count here, and `data` has a row for each line of a
/// security. An exchange that is not known is taken for none.
final class SecRegister {
  private static final int LONGEST_NAME = 200;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(10_000).maxNestingDepth(16).build())
          .build();

  private static final int LONGEST_TICKER = 16;
  private static final int LONGEST_STATE = 12;

  private final Exchanges exchanges = Exchanges.standard();
  private final List<Registrant> registrants = new ArrayList<>();
  private int name = -1;
  private int ticker = -1;
  private int exchange = -1;

  private SecRegister() {}

  static List<Registrant> read(String text) throws MalformedReferenceException {
    SecRegister register = new SecRegister();
    try (JsonParser in = JSON.createParser(text)) {
      register.read(in);
    } catch (JacksonException e) {
      throw new MalformedReferenceException(
          e.getLocation() == null
              ? "the file"
              : "line "
                  + e.getLocation().getLineNr()
                  + ", row "
                  + (register.registrants.size() + 1),
          "this is no JSON: fetch the file again");
    } catch (IOException e) {
      throw new IllegalStateException("a string can always be read", e);
    }
    return register.registrants;
  }

  private void read(JsonParser in) throws IOException, MalformedReferenceException {
    if (in.nextToken() != JsonToken.START_OBJECT) {
      throw form(in, "the file is no JSON object");
    }
    boolean data = false;
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String field = in.currentName();
      in.nextToken();
      if (field.equals("fields")) {
        fields(in);
      } else if (field.equals("data")) {
        rows(in);
        data = true;
      } else {
        in.skipChildren();
      }
    }
    if (!data) {
      throw form(in, "'data' is missing");
    }
    if (in.nextToken() != null) {
      throw form(in, "something follows the object");
    }
  }

  private void fields(JsonParser in) throws IOException, MalformedReferenceException {
    if (in.currentToken() != JsonToken.START_ARRAY) {
      throw form(in, "'fields' is no array");
    }
    for (int i = 0; in.nextToken() != JsonToken.END_ARRAY; i++) {
      switch (string(in)) {
        case "name" -> name = i;
        case "ticker" -> ticker = i;
        case "exchange" -> exchange = i;
        case null, default -> in.skipChildren();
      }
    }
  }

  private void rows(JsonParser in) throws IOException, MalformedReferenceException {
    if (in.currentToken() != JsonToken.START_ARRAY || name < 0 || ticker < 0) {
      throw form(in, "'fields' with 'name' and 'ticker' does not come before the array 'data'");
    }
    while (in.nextToken() != JsonToken.END_ARRAY) {
      if (in.currentToken() != JsonToken.START_ARRAY) {
        throw fault(in, quoted(in.getText()) + " is no row: a row is an array");
      }
      row(in);
    }
  }

  private void row(JsonParser in) throws IOException, MalformedReferenceException {
    String itsName = null;
    String itsTicker = null;
    String itsExchange = null;
    for (int i = 0; in.nextToken() != JsonToken.END_ARRAY; i++) {
      if (i == name) {
        itsName = name(in);
      } else if (i == ticker) {
        itsTicker = ticker(in);
      } else if (i == exchange) {
        itsExchange = string(in);
      }
      in.skipChildren();
    }
    if (itsName == null || itsTicker == null) {
      throw fault(in, "it has no " + (itsName == null ? "name" : "ticker"));
    }
    if (registrants.size() == ReferenceList.MOST_ROWS) {
      throw ReferenceList.tooMany(registrants.size() + 1);
    }
    registrants.add(
        new Registrant(
            itsName, itsTicker, itsExchange == null ? null : exchanges.mic(itsExchange)));
  }

  private String name(JsonParser in) throws IOException, MalformedReferenceException {
    String value = string(in);
    if (value == null || value.length() > LONGEST_NAME || hasControl(value)) {
      throw fault(in, quoted(in.getText()) + " is no name");
    }
    return withoutState(value.strip());
  }

  private static boolean hasControl(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (Character.isISOControl(value.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /// "BANK OF AMERICA CORP /DE/" and "US BANCORP \\DE\\" tell a state, the second slash or not.
  private static String withoutState(String name) {
    int last = name.length() - 1;
    int end = last >= 0 && isSlash(name.charAt(last)) ? last : last + 1;
    int start = end;
    while (start > 0 && end - start < LONGEST_STATE && isLetterOrBlank(name.charAt(start - 1))) {
      start--;
    }
    return start > 0 && start < end && isSlash(name.charAt(start - 1))
        ? name.substring(0, start - 1).stripTrailing()
        : name;
  }

  private static boolean isSlash(char c) {
    return c == '/' || c == '\\';
  }

  private static boolean isLetterOrBlank(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == ' ';
  }

  private String ticker(JsonParser in) throws IOException, MalformedReferenceException {
    String value = string(in);
    if (value == null || !isTicker(value)) {
      throw fault(in, quoted(in.getText()) + " is no ticker");
    }
    // Codes of share classes follow a hyphen there, and a dot elsewhere.
    return value.replace('-', '.');
  }

  private static boolean isTicker(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean letterOrDigit = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!letterOrDigit && (i == 0 || (c != '.' && c != '-'))) {
        return false;
      }
    }
    return !value.isEmpty() && value.length() <= LONGEST_TICKER;
  }

  private static @Nullable String string(JsonParser in) throws IOException {
    return in.currentToken() == JsonToken.VALUE_STRING ? in.getText() : null;
  }

  private MalformedReferenceException fault(JsonParser in, String what) {
    return new MalformedReferenceException(
        "line " + in.currentLocation().getLineNr() + ", row " + (registrants.size() + 1),
        what + ": fetch the file again");
  }

  private static MalformedReferenceException form(JsonParser in, String what) {
    return new MalformedReferenceException(
        "line " + in.currentLocation().getLineNr(),
        what + ": the form is that of the SEC's company_tickers_exchange.json");
  }
}
