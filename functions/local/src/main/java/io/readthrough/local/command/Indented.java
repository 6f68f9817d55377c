package io.readthrough.local.command;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;

/// JSON for people to read: two spaces a level, and the same line ends on every machine.
final class Indented extends DefaultPrettyPrinter {
  private static final long serialVersionUID = 1;

  Indented() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    indentObjectsWith(lines);
    indentArraysWith(lines);
  }

  @Override
  public DefaultPrettyPrinter createInstance() {
    return new Indented();
  }
}
