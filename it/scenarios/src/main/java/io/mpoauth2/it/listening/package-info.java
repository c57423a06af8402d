/** An application without the library, but with a listener as the library has one. */
package io.mpoauth2.it.listening;
