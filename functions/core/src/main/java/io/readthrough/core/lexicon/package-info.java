/// The finance lexicon: words and expressions with what they mean, matched by an automaton that is
/// built once. The entries are the `.tsv` files beside this package, made to be read and extended.
@NullMarked
package io.readthrough.core.lexicon;

import org.jspecify.annotations.NullMarked;
