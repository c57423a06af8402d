/**
 * One client interface for each thing that is shown. Those whose token is revoked or refused have a
 * scope set, and so a token, of their own: what one test does to a token is no other test's matter.
 */
package io.mpoauth2.it.core.api;
