package io.mpoauth2.client.endpoint.authentication;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPrivateKeySpec;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The standards' own examples: the same bytes, or where they are random, the same key's. */
class SignatureVectorsTest {
  private static final String CLAIMS =
      "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0"
          + "cnVlfQ";

  @Test
  void rfc_7515_appendix_a_1_hs256() throws GeneralSecurityException {
    Key key =
        new SecretKeySpec(
            bytes(
                "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"),
            "HMAC");

    byte[] signature =
        SignatureAlgorithm.HS256.sign(
            key, text("eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9." + CLAIMS));

    assertThat(signature).isEqualTo(bytes("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"));
  }

  @Test
  void rfc_7515_appendix_a_2_rs256() throws GeneralSecurityException {
    Key key =
        KeyFactory.getInstance("RSA")
            .generatePrivate(
                new RSAPrivateKeySpec(
                    number(
                        "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ"),
                    number(
                        "Eq5xpGnNCivDflJsRQBXHx1hdR1k6Ulwe2JZD50LpXyWPEAeP88vLNO97IjlA7_GQ5sLKMgvfTeXZx9SE-7YwVol2NXOoAJe46sui395IW_GO-pWJ1O0BkTGoVEn2bKVRUCgu-GjBVaYLU6f3l9kJfFNS3E0QbVdxzubSu3Mkqzjkn439X0M_V51gfpRLI9JYanrC4D4qAdGcopV_0ZHHzQlBjudU2QvXt4ehNYTCBr6XCLQUShb1juUO1ZdiYoFaFQT5Tw8bGUl_x_jTj3ccPDVZFD9pIuhLhBOneufuBiB4cS98l2SR_RQyGWSeWjnczT0QU91p1DhOVRuOopznQ")));

    byte[] signature = SignatureAlgorithm.RS256.sign(key, text("eyJhbGciOiJSUzI1NiJ9." + CLAIMS));

    assertThat(signature)
        .isEqualTo(
            bytes(
                "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw"));
  }

  @Test
  void rfc_7515_appendix_a_3_es256() throws GeneralSecurityException {
    byte[] input = text("eyJhbGciOiJFUzI1NiJ9." + CLAIMS);
    ECParameterSpec curve = curve("secp256r1");
    Key key =
        KeyFactory.getInstance("EC")
            .generatePrivate(
                new ECPrivateKeySpec(number("jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"), curve));
    PublicKey other =
        ecPublic(
            "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
            "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
            curve);

    byte[] theirs =
        bytes(
            "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q");

    assertThat(SignatureAlgorithm.ES256.isSignedWith(other, input, theirs)).isTrue();
    assertThat(
            SignatureAlgorithm.ES256.isSignedWith(
                other, input, SignatureAlgorithm.ES256.sign(key, input)))
        .isTrue();
  }

  @Test
  void rfc_7515_appendix_a_4_es512() throws GeneralSecurityException {
    byte[] input = text("eyJhbGciOiJFUzUxMiJ9.UGF5bG9hZA");
    ECParameterSpec curve = curve("secp521r1");
    Key key =
        KeyFactory.getInstance("EC")
            .generatePrivate(
                new ECPrivateKeySpec(
                    number(
                        "AY5pb7A0UFiB3RELSD64fTLOSV_jazdF7fLYyuTw8lOfRhWg6Y6rUrPAxerEzgdRhajnu0ferB0d53vM9mE15j2C"),
                    curve));
    PublicKey other =
        ecPublic(
            "AekpBQ8ST8a8VcfVOTNl353vSrDCLLJXmPk06wTjxrrjcBpXp5EOnYG_NjFZ6OvLFV1jSfS9tsz4qUxcWceqwQGk",
            "ADSmRA43Z1DSNx_RvcLI87cdL07l6jQyyBXMoxVg_l2Th-x3S1WDhjDly79ajL4Kkd0AZMaZmh9ubmf63e3kyMj2",
            curve);

    byte[] theirs =
        bytes(
            "AdwMgeerwtHoh-l192l60hp9wAHZFVJbLfD_UxMi70cwnZOYaRI1bKPWROc-mZZqwqT2SI-KGDKB34XO0aw_7XdtAG8GaSwFKdCAPZgoXD2YBJZCPEX3xKpRwcdOO8KpEHwJjyqOgzDO7iKvU8vcnwNrmxYbSW9ERBXukOXolLzeO_Jn");

    assertThat(SignatureAlgorithm.ES512.isSignedWith(other, input, theirs)).isTrue();
    assertThat(
            SignatureAlgorithm.ES512.isSignedWith(
                other, input, SignatureAlgorithm.ES512.sign(key, input)))
        .isTrue();
  }

  @Test
  void rfc_8037_appendix_a_4_ed25519() throws GeneralSecurityException {
    Key key =
        KeyFactory.getInstance("EdDSA")
            .generatePrivate(
                new EdECPrivateKeySpec(
                    NamedParameterSpec.ED25519,
                    bytes("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A")));

    byte[] signature =
        SignatureAlgorithm.EdDSA.sign(
            key, text("eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc"));

    assertThat(signature)
        .isEqualTo(
            bytes(
                "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"));
  }

  private static PublicKey ecPublic(String x, String y, ECParameterSpec curve)
      throws GeneralSecurityException {
    return KeyFactory.getInstance("EC")
        .generatePublic(new ECPublicKeySpec(new ECPoint(number(x), number(y)), curve));
  }

  private static ECParameterSpec curve(String name) throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(name));
    return parameters.getParameterSpec(ECParameterSpec.class);
  }

  private static BigInteger number(String base64) {
    return new BigInteger(1, bytes(base64));
  }

  private static byte[] bytes(String base64) {
    return Base64.getUrlDecoder().decode(base64);
  }

  private static byte[] text(String ascii) {
    return ascii.getBytes(US_ASCII);
  }
}
