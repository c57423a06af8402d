package io.mpoauth2.it.core;

/** The MicroProfile clients of a server, which runs it. */
public final class RestClientMatrix extends SameRestClientRequestFeatures {}
