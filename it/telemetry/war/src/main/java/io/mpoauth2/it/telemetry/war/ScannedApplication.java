package io.mpoauth2.it.telemetry.war;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Names no resource: where one is named, WildFly leaves its own tracing of calls away. */
@ApplicationPath("/")
public class ScannedApplication extends Application {}
