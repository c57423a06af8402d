/** An application without the library, but with an extension as the library has one. */
package io.mpoauth2.it.extended;
