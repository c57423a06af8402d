package io.mpoauth2.sandbox;

import static io.mpoauth2.sandbox.SandboxCaller.challenge;
import static io.mpoauth2.sandbox.SandboxCaller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTest {
  private static final String ALL = String.join(" ", Sandbox.SCOPES);
  private static final String SHA256_OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  private final Sandbox sandbox = Sandbox.start();
  private final SandboxCaller caller = new SandboxCaller(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void documents_can_be_listed_and_fetched() {
    String token = caller.token("document_read");

    JsonNode list = json(caller.get("/signature/documents", token));
    JsonNode one = json(caller.get("/signature/documents/contract-1", token));

    assertThat(list).hasSize(2).first().isEqualTo(one);
    assertThat(one.get("id").asText()).isEqualTo("contract-1");
  }

  @Test
  void created_document_is_found_at_its_location() {
    String token = caller.token("document_read document_write");

    HttpResponse<String> created =
        caller.post(
            "/signature/documents", token, "application/json", "{\"title\":\"å\",\"id\":\"x\"}");
    String location = created.headers().firstValue("Location").orElseThrow();
    HttpResponse<String> fetched = caller.get(location, token);

    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(location).startsWith(sandbox.baseUri() + "/signature/documents/document-");
    assertThat(fetched.body()).isEqualTo(created.body());
    assertThat(json(created).get("title").asText()).isEqualTo("å");
    assertThat(location).endsWith(json(created).get("id").asText());
  }

  @Test
  void order_is_there_for_a_token_of_any_scope() {
    String token = caller.token("event");

    HttpResponse<String> placed =
        caller.post("/orders", token, "application/json", "{\"article\":\"pen\"}");

    assertThat(json(caller.get("/orders/4711", token)).get("id").asText()).isEqualTo("4711");
    assertThat(placed.statusCode()).isEqualTo(201);
    assertThat(caller.send(caller.request("/orders/4711")).statusCode()).isEqualTo(401);
  }

  @Test
  void public_operation_refuses_who_gives_a_token_away() {
    HttpResponse<String> without = caller.send(caller.request("/orders/opening-hours"));
    HttpResponse<String> with = caller.get("/orders/opening-hours", caller.token("event"));

    assertThat(without.statusCode()).isEqualTo(200);
    assertThat(with.statusCode()).isEqualTo(400);
  }

  @Test
  void file_is_a_pdf() throws Exception {
    HttpResponse<byte[]> response =
        caller.exchange(
            caller
                .request("/signature/documents/contract-1/files")
                .header("Authorization", "Bearer " + caller.token("document_file")),
            BodyHandlers.ofByteArray());

    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/pdf");
    assertThat(new String(response.body(), StandardCharsets.US_ASCII))
        .startsWith("%PDF-1.4\n")
        .endsWith("%%EOF\n");
  }

  @Test
  void each_document_has_an_event() {
    JsonNode events = json(caller.get("/notification/events", caller.token("event")));

    assertThat(events.findValuesAsText("documentId")).containsExactly("contract-1", "contract-2");
  }

  @Test
  void identification_session_is_found_at_its_location() {
    String token = caller.token("identify");

    HttpResponse<String> created =
        caller.post("/identification/sessions", token, "application/json", "{\"country\":\"NO\"}");
    String location = created.headers().firstValue("Location").orElseThrow();

    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(json(created).get("country").asText()).isEqualTo("NO");
    assertThat(caller.get(location, token).body()).isEqualTo(created.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "POST"})
  void attachment_is_answered_with_its_size_and_digest(String method) {
    HttpResponse<String> response =
        caller.send(
            caller
                .request("/signature/documents/contract-1/attachments")
                .header("Authorization", "Bearer " + caller.token("document_write"))
                .method(method, BodyPublishers.ofString("abc")));

    assertThat(response.body()).isEqualTo("{\"size\":3,\"sha256\":\"" + SHA256_OF_ABC + "\"}");
  }

  @Test
  void parts_of_an_attachment_are_answered_one_by_one() {
    HttpResponse<String> response =
        postParts("--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nabc\r\n--b--\r\n");

    assertThat(response.body())
        .isEqualTo("[{\"name\":\"file\",\"size\":3,\"sha256\":\"" + SHA256_OF_ABC + "\"}]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "--c\r\n\r\nabc\r\n--c--\r\n", "--b\r\n\r\nabc"})
  void attachment_that_is_not_what_its_type_says_is_refused(String body) {
    assertThat(postParts(body).statusCode()).isEqualTo(400);
  }

  @Test
  void deleted_document_is_gone() {
    String token = caller.token("document_read document_write");

    HttpResponse<String> deleted =
        caller.send(
            caller
                .request("/signature/documents/contract-2")
                .header("Authorization", "Bearer " + token)
                .DELETE());

    assertThat(deleted.statusCode()).isEqualTo(204);
    assertThat(caller.get("/signature/documents/contract-2", token).statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> postParts(String body) {
    return caller.post(
        "/signature/documents/contract-1/attachments",
        caller.token("document_write"),
        "multipart/form-data; boundary=b",
        body);
  }

  @Test
  void large_attachment_of_unknown_length_arrives_whole() {
    byte[] large = new byte[3_000_000];
    Arrays.fill(large, (byte) 7);

    HttpResponse<String> response =
        caller.send(
            caller
                .request("/signature/documents/contract-1/attachments")
                .header("Authorization", "Bearer " + caller.token("document_write"))
                .PUT(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));

    assertThat(json(response).get("size").asInt()).isEqualTo(3_000_000);
    assertThat(json(response).get("sha256").asText()).isEqualTo(BodyDigest.of(large).sha256());
  }

  @Test
  void echo_tells_what_arrived_but_not_the_token() {
    String token = caller.token("event");

    HttpResponse<String> response = caller.post("/echo?a=%20b", token, "text/x-test", "abc");

    JsonNode echo = json(response);
    assertThat(echo.get("method").asText()).isEqualTo("POST");
    assertThat(echo.get("path").asText()).isEqualTo("/echo");
    assertThat(echo.get("query").asText()).isEqualTo("a=%20b");
    assertThat(echo.get("headers").get("content-type").get(0).asText()).isEqualTo("text/x-test");
    assertThat(echo.get("size").asInt()).isEqualTo(3);
    assertThat(echo.get("sha256").asText()).isEqualTo(SHA256_OF_ABC);
    assertThat(response.body()).doesNotContainIgnoringCase("authorization").doesNotContain(token);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  /signature/documents,                        document_read",
    "POST, /signature/documents,                        document_write",
    "GET,  /signature/documents/contract-1,             document_read",
    "GET,  /signature/documents/contract-1/files,       document_file",
    "PUT,  /signature/documents/contract-1/attachments, document_write",
    "POST, /signature/documents/contract-1/attachments, document_write",
    "GET,  /notification/events,                        event",
    "POST, /identification/sessions,                    identify",
    "GET,  /identification/sessions/1,                  identify"
  })
  void token_without_the_scope_is_answered_with_403_that_names_it(
      String method, String path, String scope) {
    String others =
        Arrays.stream(ALL.split(" "))
            .filter(other -> !other.equals(scope))
            .collect(Collectors.joining(" "));

    HttpResponse<String> response =
        caller.send(
            caller
                .request(path)
                .header("Authorization", "Bearer " + caller.token(others))
                .method(method, BodyPublishers.ofString("{}")));

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(challenge(response))
        .isEqualTo(
            "Bearer realm=\"sandbox\", error=\"insufficient_scope\", scope=\"" + scope + "\"");
  }

  @Test
  void call_without_token_is_answered_with_401_and_no_error_code() {
    HttpResponse<String> response = caller.send(caller.request("/signature/documents"));

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(challenge(response)).isEqualTo("Bearer realm=\"sandbox\"");
  }

  @Test
  void unknown_token_is_answered_with_401_invalid_token() {
    HttpResponse<String> response = caller.get("/signature/documents", "unknown");

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(challenge(response)).isEqualTo("Bearer realm=\"sandbox\", error=\"invalid_token\"");
  }

  @Test
  void two_authorization_headers_are_answered_with_400() {
    String token = "Bearer " + caller.token("document_read");

    HttpResponse<String> response =
        caller.send(
            caller
                .request("/signature/documents")
                .header("Authorization", token)
                .header("Authorization", token));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(challenge(response)).contains("error=\"invalid_request\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/signature/documents/unknown",
        "/signature/documents/unknown/files",
        "/identification/sessions/unknown",
        "/unknown",
        "/sandbox/unknown"
      })
  void unknown_path_or_id_is_answered_with_a_problem(String path) {
    HttpResponse<String> response = caller.get(path, caller.token(ALL));

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(json(response).get("status").asInt()).isEqualTo(404);
  }

  @Test
  void unknown_method_is_answered_with_405_and_those_that_are_known() {
    HttpResponse<String> response = caller.send(caller.request("/signature/documents").DELETE());

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).hasValue("GET, POST");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/plain|{}|415",
        "application/json|[]|400",
        "application/json|{|400",
        "application/json|{} {}|400",
        "application/json|{\"a\":1,\"a\":2}|400"
      })
  void body_that_is_no_json_object_is_refused(String type, String body, int status) {
    String token = caller.token("document_write");

    assertThat(caller.post("/signature/documents", token, type, body).statusCode())
        .isEqualTo(status);
  }
}
