/// Uses a running pipeline as a firm does: drops files through the S3 API, asks the HTTP API.
@NullMarked
package io.readthrough.local.demo;

import org.jspecify.annotations.NullMarked;
