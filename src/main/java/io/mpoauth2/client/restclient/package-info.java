/**
 * Which clients get the filter, and whose token goes with which of their methods? Those whose
 * interface or methods have an annotation, and those that configuration names.
 *
 * <p>{@code OAuth2ClientListener} is called for each client that is built. {@code InterfaceChoice}
 * says what holds for an interface, {@code MethodChoices} what for its methods and those of its
 * sub-resources, {@code ClientFilters} whose tokens that needs; what is wrong or in vain goes to
 * {@code Findings}.
 *
 * <p>Depends on {@code config}, {@code jaxrs}, {@code token} and the MicroProfile Rest Client SPI;
 * asks {@code CDI.current()} for the application's providers where there is CDI.
 */
@NullMarked
package io.mpoauth2.client.restclient;

import org.jspecify.annotations.NullMarked;
