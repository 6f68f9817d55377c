/// Documents of every format, made by code of this project.
@org.jspecify.annotations.NullMarked
package io.readthrough.parse.corpus;
