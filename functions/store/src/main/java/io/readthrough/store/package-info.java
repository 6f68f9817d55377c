/// Ports to what the functions keep (notes, parsed notes, objects) and their adapters to S3 and
/// DynamoDB.
@NullMarked
package io.readthrough.store;

import org.jspecify.annotations.NullMarked;
