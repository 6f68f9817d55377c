/// S3, DynamoDB and SQS on loopback, inside this JVM: the same APIs that AWS serves, and the same
/// notifications.
@NullMarked
package io.readthrough.local.endpoint;

import org.jspecify.annotations.NullMarked;
