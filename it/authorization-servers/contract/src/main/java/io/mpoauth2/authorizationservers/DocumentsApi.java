package io.mpoauth2.authorizationservers;

import static org.springframework.security.config.Customizer.withDefaults;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The API that is called: a resource server of Spring Security, which asks the authorization server
 * about every token, so that it sees at once when one ends or is revoked.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@RestController
class DocumentsApi {
  @GetMapping("/documents")
  String read() {
    return "[\"contract-1\"]";
  }

  @PostMapping("/documents")
  String write() {
    return "\"contract-2\"";
  }

  @Bean
  SecurityFilterChain security(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(HttpMethod.GET)
                    .hasAuthority("SCOPE_documents.read")
                    .anyRequest()
                    .hasAuthority("SCOPE_documents.write"))
        .oauth2ResourceServer(server -> server.opaqueToken(withDefaults()))
        .build();
  }

  @Bean
  CallLog calls() {
    return new CallLog();
  }
}
