/// Stands in for API Gateway's HTTP API: the routes of the OpenAPI document, a JWT authorizer that
/// verifies tokens, CORS, and the event in payload format 2.0.
@NullMarked
package io.readthrough.local.api;

import org.jspecify.annotations.NullMarked;
