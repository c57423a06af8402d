package io.mpoauth2.client.endpoint;

import io.mpoauth2.client.token.operation.LogMessage;

/**
 * What an administrator should be told, once, of settings that can be used.
 *
 * @param message what it is
 * @param topic what it is about, such as a property's name
 * @param text what is odd and what to do
 */
public record Notice(LogMessage message, String topic, String text) {}
