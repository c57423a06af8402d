/** An application that is deployed again and again. */
package io.mpoauth2.it.redeployed;
