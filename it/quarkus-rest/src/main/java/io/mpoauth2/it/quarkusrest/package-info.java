/** A small application on Quarkus REST: one client, one resource that calls it. */
package io.mpoauth2.it.quarkusrest;
