package io.mpoauth2.client.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.endpoint.ClientSettings;
import io.mpoauth2.client.testing.OpenSsl;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the pages about keys show can be used as it stands. */
@EnabledIf("io.mpoauth2.client.testing.OpenSsl#isThere")
class KeysPagesTest {
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```properties\n(.*?)```");
  private static final String MOUNTS = "/var/run/secrets";

  private final Path mounts;

  KeysPagesTest(@TempDir Path mounts) throws IOException {
    this.mounts = mounts;
    for (String name : List.of("orders", "orders-token", "spiffe", "azure")) {
      Files.createDirectory(mounts.resolve(name));
    }
    new OpenSsl(mounts.resolve("orders"))
        .run("req -x509 -newkey rsa:2048 -noenc -subj /CN=orders -out tls.crt -keyout tls.key");
    new OpenSsl(mounts.resolve("orders"))
        .run("pkcs12 -export -in tls.crt -inkey tls.key -out keystore.p12 -passout pass:changeit");
    Files.writeString(
        mounts.resolve("orders/tls-combined.pem"),
        Files.readString(mounts.resolve("orders/tls.key"))
            + Files.readString(mounts.resolve("orders/tls.crt")));
    Files.copy(mounts.resolve("orders/tls.crt"), mounts.resolve("orders/ca.crt"));
    Files.writeString(mounts.resolve("orders/keystore-password"), "changeit\n");
    Files.writeString(mounts.resolve("orders/client-secret"), "s3cr3t");
    for (String token : List.of("orders-token/token", "spiffe/jwt_svid.token", "azure/token")) {
      Files.writeString(mounts.resolve(token), "eyJ.eyJ.c2ln");
    }
  }

  @ParameterizedTest
  @CsvSource({"kubernetes.md, 7", "secrets-and-keys.md, 3"})
  void every_example_is_complete_and_has_no_setting_without_effect(String page, int howMany)
      throws IOException {
    List<MatchResult> examples =
        EXAMPLE.matcher(Files.readString(Path.of("docs", page))).results().toList();

    assertThat(examples).hasSize(howMany);
    for (MatchResult example : examples) {
      assertThat(read(example.group(1)).notices()).as(example.group(1)).isEmpty();
    }
  }

  private ClientSettings read(String example) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(example.replace(MOUNTS, mounts.toString())));
    Map<String, String> given = new HashMap<>();
    properties.forEach((name, value) -> given.put((String) name, (String) value));
    Map<String, String> webhook =
        Map.of(
            "AZURE_TENANT_ID", "t",
            "AZURE_CLIENT_ID", "c",
            "AZURE_FEDERATED_TOKEN_FILE", mounts.resolve("azure/token").toString());
    return new SettingsReader(
            new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(
                    new PropertiesConfigSource(given, "page", 250),
                    new EnvConfigSource(webhook, 300))
                .build(),
            new TokenKey("orders", Set.of()))
        .get();
  }
}
