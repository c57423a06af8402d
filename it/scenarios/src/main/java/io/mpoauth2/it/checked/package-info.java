/** An application that names clients of which nothing is configured. */
package io.mpoauth2.it.checked;
