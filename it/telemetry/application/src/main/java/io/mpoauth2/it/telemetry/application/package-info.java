/** An application that calls an API with tokens when it is called, with a client for each test. */
package io.mpoauth2.it.telemetry.application;
