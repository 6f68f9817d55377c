/// Vendors' news objects in JSON.
@NullMarked
package io.readthrough.parse.news;

import org.jspecify.annotations.NullMarked;
