package io.mpoauth2.authorizationservers;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Writes down each call and what it was answered, before the caller has the answer. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class CallLog extends OncePerRequestFilter {
  private final List<Call> calls = new CopyOnWriteArrayList<>();

  /**
   * A call.
   *
   * @param authorization the header that it came with
   * @param status what it was answered
   * @param challenge what the answer asks for (RFC 6750, section 3); null if nothing
   */
  record Call(String authorization, int status, String challenge) {}

  List<Call> calls() {
    return List.copyOf(calls);
  }

  void forget() {
    calls.clear();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, held);
    calls.add(
        new Call(
            request.getHeader("Authorization"),
            held.getStatus(),
            held.getHeader("WWW-Authenticate")));
    held.copyBodyToResponse();
  }
}
