/// The whole pipeline on one machine: endpoints, resources, functions and API, put together as
/// template.yaml does on AWS.
@NullMarked
package io.readthrough.local.pipeline;

import org.jspecify.annotations.NullMarked;
