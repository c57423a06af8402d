/** A small application on Quarkus with RESTEasy: one client, one resource that calls it. */
package io.mpoauth2.it.quarkusclassic;
