package io.mpoauth2.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Attributes;
import org.eclipse.jetty.util.BufferUtil;

/**
 * The parts of a {@code multipart/form-data} body (RFC 7578). They are told apart by the boundary
 * that the request's {@code Content-Type} names, so a body with another one is refused.
 */
final class PostedParts {
  private static final MultiPartConfig IN_MEMORY =
      new MultiPartConfig.Builder().maxMemoryPartSize(-1).maxPartSize(-1).maxSize(-1).build();

  private PostedParts() {}

  /** Name, size and SHA-256 of each part. */
  static ArrayNode digests(Call call) {
    ArrayNode digests = Json.object().arrayNode();
    try (MultiPartFormData.Parts parts = parts(call)) {
      for (MultiPart.Part part : parts) {
        ByteBuffer content = Content.Source.asByteBuffer(part.getContentSource());
        BodyDigest.of(BufferUtil.toArray(content))
            .addTo(digests.addObject().put("name", part.getName()));
      }
    } catch (IOException | CompletionException | IllegalArgumentException malformed) {
      throw new Problem(400, "The body is not the multipart/form-data that its Content-Type says.");
    }
    return digests;
  }

  private static MultiPartFormData.Parts parts(Call call) {
    return MultiPartFormData.getParts(
        Content.Source.from(ByteBuffer.wrap(call.body())),
        new Attributes.Mapped(),
        call.headers().get("Content-Type"),
        IN_MEMORY);
  }
}
