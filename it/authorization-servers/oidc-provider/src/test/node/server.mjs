// oidc-provider with the clients that it is told; see OidcProvider.java.
import { Provider } from 'oidc-provider';

const { port, scopes, clients, jwks } = JSON.parse(process.argv[2]);
const lifetimes = new Map(clients.map(({ id, lifetime }) => [id, lifetime]));

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: clients.map(({ id, secret, authentication, scope, hasGrant }) => ({
    client_id: id,
    ...(secret ? { client_secret: secret } : { jwks }),
    token_endpoint_auth_method: authentication,
    grant_types: [hasGrant ? 'client_credentials' : 'authorization_code'],
    response_types: hasGrant ? [] : ['code'],
    redirect_uris: hasGrant ? [] : ['https://browser.example/'],
    ...(scope && { scope }),
  })),
  scopes,
  features: {
    clientCredentials: { enabled: true },
    introspection: { enabled: true },
    revocation: { enabled: true },
    devInteractions: { enabled: false },
  },
  ttl: {
    ClientCredentials: (ctx, token, client) => lifetimes.get(client.clientId),
  },
});

provider.listen(port, '127.0.0.1');

// Whoever started this is gone.
process.stdin.resume().on('end', () => process.exit());
