package io.mpoauth2.it.core.api;

import jakarta.ws.rs.Path;

/**
 * The calls of the matrix for a MicroProfile client. The path is here, because Quarkus takes every
 * class with one for a resource.
 */
@Path("/calls")
public interface RestCalls extends Calls {}
