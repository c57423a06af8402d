/** Clients whose transport is a matter of configuration, and one that is retried by the server. */
package io.mpoauth2.it.configured;
