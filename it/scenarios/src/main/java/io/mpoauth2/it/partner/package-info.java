/** An application whose one client the server's configuration has, its secret too. */
package io.mpoauth2.it.partner;
