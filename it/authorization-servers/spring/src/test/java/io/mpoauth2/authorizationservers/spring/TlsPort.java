package io.mpoauth2.authorizationservers.spring;

import io.mpoauth2.authorizationservers.Certificates;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.apache.tomcat.util.net.SSLHostConfigCertificate.Type;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** Another port of the same server, where clients show certificates. */
record TlsPort(int number) implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  @Override
  public void customize(TomcatServletWebServerFactory server) {
    server.addAdditionalConnectors(connector());
  }

  private Connector connector() {
    Connector connector = new Connector(Http11NioProtocol.class.getName());
    connector.setProperty("address", "127.0.0.1");
    connector.setPort(number);
    connector.setScheme("https");
    connector.setSecure(true);
    connector.setProperty("SSLEnabled", "true");
    SSLHostConfig tls = new SSLHostConfig();
    // Spring says whether it is the right one, and what becomes of a client that has none.
    tls.setCertificateVerification("optional");
    tls.setTruststoreFile(Certificates.trusted().toString());
    tls.setTruststorePassword(Certificates.PASSWORD);
    SSLHostConfigCertificate certificate = new SSLHostConfigCertificate(tls, Type.EC);
    certificate.setCertificateKeystoreFile(Certificates.server().toString());
    certificate.setCertificateKeystorePassword(Certificates.PASSWORD);
    tls.addCertificate(certificate);
    connector.addSslHostConfig(tls);
    return connector;
  }
}
