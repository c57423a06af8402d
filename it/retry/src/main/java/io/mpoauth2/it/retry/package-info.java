/** The one retry after a 401: every body with every answer, and many of them at once. */
package io.mpoauth2.it.retry;
