package io.mpoauth2.demo;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Makes the calls that it is told to make, one resource for each client. */
@ApplicationPath("/")
public class DemoApplication extends Application {}
