package io.mpoauth2.benchmarks.contender;

import java.util.List;

/** Who takes part. */
public enum Entrant {
  FLOOR_VOLATILE("FloorVolatile"),
  FLOOR_NANO("FloorNano"),
  OURS("**mp-oauth2-client**"),
  /** Told by listeners; only where a token is cached, which is to cost the same. */
  OURS_WATCHED("**mp-oauth2-client**, OpenTelemetry on"),
  GOOGLE_AUTH("google-auth"),
  CAFFEINE("Caffeine"),
  SPRING_SECURITY("Spring Security"),
  QUARKUS("Quarkus");

  /** Those that renew and replace tokens; the floors only keep one. */
  public static final List<Entrant> CACHES =
      List.of(OURS, GOOGLE_AUTH, CAFFEINE, SPRING_SECURITY, QUARKUS);

  private final String title;

  Entrant(String title) {
    this.title = title;
  }

  /** Gives the name in the report. */
  public String title() {
    return title;
  }

  /** Opens one that has no token yet. */
  public Contender open(Terms terms) {
    return switch (this) {
      case FLOOR_VOLATILE -> new FloorVolatile(terms);
      case FLOOR_NANO -> new FloorNano(terms);
      case OURS -> new Ours(terms);
      case OURS_WATCHED -> Ours.watched(terms);
      case GOOGLE_AUTH -> new GoogleAuth(terms);
      case CAFFEINE -> new CaffeineCache(terms);
      case SPRING_SECURITY -> new SpringSecurity(terms);
      case QUARKUS -> new QuarkusOidcClient(terms);
    };
  }
}
