/** What is seen of the library from outside: spans, measurements and health. */
package io.mpoauth2.it.telemetry;
