/// Which part each name plays in a note: subject, peer, supplier and so on.
@NullMarked
package io.readthrough.core.score.role;

import org.jspecify.annotations.NullMarked;
