package org.jboss.resteasy.reactive.client.impl.multipart;

import java.util.concurrent.Flow;

/**
 * A part: an object of some type, or one that others publish.
 *
 * @param getType null for texts and files
 */
public record QuarkusMultipartFormDataPart(
    Class<?> getType, Flow.Publisher<Byte> multiByteContent) {}
