/**
 * What starts a runtime and tells it of the sandbox: in the JVM of the tests (Java SE), or as a
 * process beside it (servers).
 */
package io.mpoauth2.it.core.runtime;
