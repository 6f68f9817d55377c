/// The commands that work on files alone: nothing is stored, no endpoint is asked.
@NullMarked
package io.readthrough.local.command;

import org.jspecify.annotations.NullMarked;
