/**
 * What holds with every authorization server: the cases, and the API that is called in them. A
 * module per server brings an {@link io.mpoauth2.authorizationservers.AuthorizationServer} and
 * extends {@link io.mpoauth2.authorizationservers.AuthorizationServerContract}.
 */
package io.mpoauth2.authorizationservers;
