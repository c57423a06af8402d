/** An application on Quarkus REST that calls one API in four ways. */
package io.mpoauth2.benchmarks.quarkus;
