/** A small application that is to be tested: one client, and one bean that calls it. */
package io.mpoauth2.it.testing;
