/// Reads what S3 tells a function about its objects, through a queue or without one.
@NullMarked
package io.readthrough.store.event;

import org.jspecify.annotations.NullMarked;
