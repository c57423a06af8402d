/** A small application that is tested on a server, with the sandbox beside it. */
package io.mpoauth2.it.tested;
