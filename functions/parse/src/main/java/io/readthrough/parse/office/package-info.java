/// Office documents: the XML formats by the JDK alone, the binary ones by POI.
@NullMarked
package io.readthrough.parse.office;

import org.jspecify.annotations.NullMarked;
