package io.mpoauth2.client.config;

import io.mpoauth2.client.endpoint.ClientAuthentication;
import io.mpoauth2.client.endpoint.ClientSecretBasic;
import io.mpoauth2.client.endpoint.ClientSecretPost;
import io.mpoauth2.client.endpoint.ClientSettings;
import io.mpoauth2.client.endpoint.Secret;
import io.mpoauth2.client.token.CallSettings;
import io.mpoauth2.client.token.Origin;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** Reads and checks the settings of one client and scope set. Reads anew each time. */
final class SettingsReader {
  /** RFC 6749, section 3.3. */
  private static final Pattern SCOPE_TOKEN = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

  private static final int LARGEST_PORT = 65535;

  private static final Pattern CLIENT_NAME = Pattern.compile("[A-Za-z0-9_-]+");
  private static final Pattern OURS =
      Pattern.compile("grant_type|scope|client_id|client_secret|client_assertion.*");

  private final Config config;
  private final String client;
  private final Set<String> requestedScope;
  private final Presets presets;

  /**
   * Makes a reader.
   *
   * @param requestedScope the scope of the annotation; empty for the configured one
   */
  SettingsReader(Config config, String client, Set<String> requestedScope, Presets presets) {
    this.config = config;
    this.client = client;
    this.requestedScope = requestedScope;
    this.presets = presets;
  }

  /**
   * Reads what shapes a token request.
   *
   * @throws InvalidSettingsException with all problems, if there are any
   */
  ClientSettings client() {
    List<String> problems = new ArrayList<>();
    ClientSettings settings = client(problems);
    throwIfAny(problems);
    return settings;
  }

  /**
   * Reads what shapes a call, and checks what shapes a token request as well.
   *
   * @throws InvalidSettingsException with all problems of both, if there are any
   */
  CallSettings call() {
    List<String> problems = new ArrayList<>();
    client(problems);
    SettingsValues values = new SettingsValues(config, client, problems);
    boolean retryUnauthorized = values.flag(SettingsKey.RETRY_UNAUTHORIZED);
    int replayBuffer = values.size(SettingsKey.REPLAY_BUFFER);
    Set<Origin> allowedOrigins = allowedOrigins(values);
    throwIfAny(problems);
    // Read last, because a bad value is in the list already and must not be there twice.
    boolean allowHttp = values.flag(SettingsKey.ALLOW_HTTP);
    return new CallSettings(retryUnauthorized, replayBuffer, Set.copyOf(allowedOrigins), allowHttp);
  }

  private void throwIfAny(List<String> problems) {
    if (!problems.isEmpty()) {
      // A value that is shown may have line breaks in it.
      throw new InvalidSettingsException(
          client, problems.stream().map(p -> p.replaceAll("\\p{Cntrl}+", " ")).toList());
    }
  }

  private ClientSettings client(List<String> problems) {
    if (!CLIENT_NAME.matcher(client).matches()) {
      problems.add("the client's name may have only A-Z a-z 0-9 _ - : \"" + client + '"');
    }
    Map<String, String> notices = new LinkedHashMap<>();
    SettingsValues values = new SettingsValues(config, client, problems);
    URI tokenEndpoint = tokenEndpoint(values, notices);
    return new ClientSettings(
        client,
        tokenEndpoint,
        authentication(values, notices),
        scope(values, notices),
        parameters(values),
        values.duration(SettingsKey.CONNECT_TIMEOUT, false),
        values.duration(SettingsKey.REQUEST_TIMEOUT, false),
        values.duration(SettingsKey.EXPIRY_MARGIN, true),
        values.duration(SettingsKey.REFRESH_MARGIN, true),
        values.duration(SettingsKey.DEFAULT_LIFETIME, false),
        notices);
  }

  /** RFC 6749, section 3.2: over TLS, without a fragment. */
  private URI tokenEndpoint(SettingsValues values, Map<String, String> notices) {
    SettingsKey key = SettingsKey.TOKEN_ENDPOINT;
    boolean allowHttp = values.flag(SettingsKey.ALLOW_HTTP);
    Optional<String> text = values.text(key).or(() -> presets.tokenEndpoint(client));
    if (text.isEmpty()) {
      values.problem(key, "is missing");
      return URI.create("https://invalid");
    }
    URI uri;
    try {
      uri = new URI(text.get());
    } catch (URISyntaxException e) {
      values.problem(key, "is no URI");
      return URI.create("https://invalid");
    }
    Optional<Origin> origin = Origin.of(uri);
    if (uri.getRawUserInfo() != null) {
      values.problem(
          key, "has user information before the host; set " + values.name(SettingsKey.CLIENT_ID));
    } else if (origin.isEmpty()) {
      values.problem(key, "is no https URI with a host: \"" + shown(uri.toString()) + '"');
    } else if (uri.getPort() > LARGEST_PORT) {
      values.problem(key, "has a port beyond " + LARGEST_PORT);
    } else if (uri.getRawFragment() != null) {
      values.problem(key, "has a fragment: \"" + shown(uri.toString()) + '"');
    } else if (!origin.get().isEncrypted() && !origin.get().isLoopback() && !allowHttp) {
      values.problem(
          key,
          "must be https: \""
              + shown(uri.toString())
              + "\"; for a test, "
              + values.name(SettingsKey.ALLOW_HTTP)
              + "=true allows http");
    }
    presets
        .successor(uri)
        .ifPresent(
            successor ->
                notices.put(
                    "deprecated token endpoint",
                    values.name(key)
                        + ": "
                        + shown(uri.toString())
                        + " is deprecated; use "
                        + successor));
    return uri;
  }

  /** A query may hold an API key, and what is before an @ a password; neither is shown. */
  private static String shown(String uri) {
    return uri.replaceFirst("[?#].*", "").replaceFirst(".*@", "(hidden)@");
  }

  private ClientAuthentication authentication(SettingsValues values, Map<String, String> notices) {
    SettingsKey key = SettingsKey.CLIENT_AUTHENTICATION;
    Optional<String> id = values.text(SettingsKey.CLIENT_ID);
    if (id.isEmpty()) {
      values.problem(SettingsKey.CLIENT_ID, "is missing");
    }
    String encoding = values.choice(SettingsKey.BASIC_ENCODING, "form", "raw");
    if (values.text(key).filter("none"::equals).isPresent()) {
      values.problem(
          key, "is none, but only a confidential client has this grant (RFC 6749, section 4.4)");
      return new ClientSecretPost(id.orElse(""), Secret.of(""));
    }
    Secret secret = new SecretSettings(values, notices).read();
    if (values.choice(key, "client_secret_basic", "client_secret_post").endsWith("post")) {
      return new ClientSecretPost(id.orElse(""), secret);
    }
    if (encoding.equals("raw") && id.filter(name -> name.indexOf(':') >= 0).isPresent()) {
      values.problem(
          SettingsKey.CLIENT_ID,
          "has a colon, which "
              + values.name(SettingsKey.BASIC_ENCODING)
              + "=raw cannot tell from the one before the secret");
    }
    return new ClientSecretBasic(
        id.orElse(""),
        secret,
        encoding.equals("raw") ? ClientSecretBasic.Encoding.RAW : ClientSecretBasic.Encoding.FORM);
  }

  private Set<String> scope(SettingsValues values, Map<String, String> notices) {
    Set<String> scope = requestedScope;
    if (scope.isEmpty()) {
      scope =
          values
              .text(SettingsKey.SCOPE)
              .<Set<String>>map(text -> new LinkedHashSet<>(Arrays.asList(text.split("\\s+"))))
              .orElse(Set.of());
    }
    for (String token : scope) {
      if (!SCOPE_TOKEN.matcher(token).matches()) {
        values.problem(
            SettingsKey.SCOPE,
            "(or the annotation's scope) has a character that RFC 6749, section 3.3 forbids: \""
                + token.replaceAll("\\p{Cntrl}", "?")
                + '"');
      } else if (token.indexOf(',') >= 0) {
        notices.put(
            "comma in scope",
            values.name(SettingsKey.SCOPE)
                + ": scope is delimited by spaces; the comma in \""
                + token
                + "\" is sent as part of the name");
      }
    }
    return scope;
  }

  private Map<String, List<String>> parameters(SettingsValues values) {
    Map<String, List<String>> parameters = new TreeMap<>();
    values
        .below(values.name(SettingsKey.PARAMETERS).replace("<p>", ""))
        .forEach(
            (name, value) -> {
              if (OURS.matcher(name).matches()) {
                values.problem(
                    values.name(SettingsKey.PARAMETERS).replace("<p>", name),
                    "is no parameter of yours: it has its own setting");
              }
              parameters.put(name, List.of(value));
            });
    values
        .text(SettingsKey.AUDIENCE)
        .ifPresent(value -> parameters.put("audience", List.of(value)));
    Set<String> resources = values.list(SettingsKey.RESOURCE);
    for (String resource : resources) {
      if (!isAbsoluteWithoutFragment(resource)) {
        values.problem(
            SettingsKey.RESOURCE,
            "must be absolute URIs without a fragment (RFC 8707, section 2): \"" + resource + '"');
      }
    }
    if (!resources.isEmpty()) {
      parameters.put("resource", List.copyOf(resources));
    }
    return parameters;
  }

  private static boolean isAbsoluteWithoutFragment(String text) {
    try {
      URI uri = new URI(text);
      return uri.isAbsolute() && uri.getRawFragment() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static Set<Origin> allowedOrigins(SettingsValues values) {
    Set<Origin> origins = new LinkedHashSet<>();
    Set<String> texts = values.list(SettingsKey.ALLOWED_ORIGINS);
    if (texts.isEmpty() && values.isSet(SettingsKey.ALLOWED_ORIGINS)) {
      // A lone comma or an expression without value: nothing could be meant by it but a
      // restriction.
      values.problem(SettingsKey.ALLOWED_ORIGINS, "is set but names no origin");
    }
    for (String text : texts) {
      origin(text)
          .ifPresentOrElse(
              origins::add,
              () ->
                  values.problem(
                      SettingsKey.ALLOWED_ORIGINS,
                      "has something that is not scheme://host[:port]: \"" + shown(text) + '"'));
    }
    return origins;
  }

  private static Optional<Origin> origin(String text) {
    try {
      URI uri = new URI(text);
      boolean bare =
          uri.getRawUserInfo() == null
              && String.valueOf(uri.getRawPath()).isEmpty()
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null;
      return bare ? Origin.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
