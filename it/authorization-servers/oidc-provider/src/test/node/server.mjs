// oidc-provider with the clients that it is told; see OidcProvider.java.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';

import { Provider } from 'oidc-provider';

const { port, scopes, clients, tls } = JSON.parse(process.argv[2]);
const lifetimes = new Map(clients.map(({ id, lifetime }) => [id, lifetime]));

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: clients.map(({ id, secret, authentication, scope, hasGrant, jwks, subject }) => ({
    client_id: id,
    ...(secret && { client_secret: secret }),
    ...(jwks && { jwks }),
    ...(subject && { tls_client_auth_subject_dn: subject }),
    token_endpoint_auth_method: authentication,
    grant_types: [hasGrant ? 'client_credentials' : 'authorization_code'],
    response_types: hasGrant ? [] : ['code'],
    redirect_uris: hasGrant ? [] : ['https://browser.example/'],
    ...(scope && { scope }),
  })),
  scopes,
  clientAuthMethods: [
    'client_secret_basic',
    'client_secret_jwt',
    'client_secret_post',
    'private_key_jwt',
    'tls_client_auth',
    'self_signed_tls_client_auth',
  ],
  discovery: {
    mtls_endpoint_aliases: { token_endpoint: `https://localhost:${tls.port}/token` },
  },
  features: {
    clientCredentials: { enabled: true },
    introspection: { enabled: true },
    revocation: { enabled: true },
    devInteractions: { enabled: false },
    mTLS: {
      enabled: true,
      tlsClientAuth: true,
      selfSignedTlsClientAuth: true,
      getCertificate: (ctx) => ctx.socket.getPeerX509Certificate?.(),
      certificateAuthorized: (ctx) => ctx.socket.authorized,
      certificateSubjectMatches: (ctx, property, expected) =>
        property === 'tls_client_auth_subject_dn'
        && ctx.socket.getPeerX509Certificate().subject === expected,
    },
  },
  ttl: {
    ClientCredentials: (ctx, token, client) => lifetimes.get(client.clientId),
  },
});

provider.listen(port, '127.0.0.1');

// Whoever shows a certificate comes in here, and oidc-provider says whether it is the right one.
createServer(
  {
    pfx: readFileSync(tls.key),
    passphrase: tls.password,
    ca: readFileSync(tls.authority),
    requestCert: true,
    rejectUnauthorized: false,
  },
  provider.callback(),
).listen(tls.port, '127.0.0.1');

// Whoever started this is gone.
process.stdin.resume().on('end', () => process.exit());
