import http from 'node:http';
import https from 'node:https';

const agents = {
  'http:': new http.Agent({ keepAlive: true }),
  'https:': new https.Agent({ keepAlive: true }),
} as const;

/**
 * Calls an app's functions. Like `fetch`, but it waits for as long as the signal lets it: `fetch` gives up after five minutes
 * without a header, and a function may run for two hours.
 */
export function callOverHttp(url: string, init: RequestInit): Promise<Response> {
  const { protocol } = new URL(url);
  const [agent, request] = protocol === 'https:' ? [agents['https:'], https.request] : [agents['http:'], http.request];
  return new Promise((resolve, reject) => {
    const outgoing = request(url, {
      agent,
      method: init.method ?? 'GET',
      headers: Object.fromEntries(new Headers(init.headers)),
      ...(init.signal ? { signal: init.signal } : {}),
    });
    outgoing.on('error', reject);
    outgoing.on('response', (incoming) => responseOf(incoming).then(resolve, reject));
    outgoing.end(typeof init.body === 'string' ? init.body : undefined);
  });
}

async function responseOf(incoming: http.IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const headers = Object.entries(incoming.headersDistinct).flatMap(([name, values]): [string, string][] =>
    (values ?? []).map((value) => [name, value]),
  );
  const status = incoming.statusCode ?? 502;
  const mayHaveBody = status !== 204 && status !== 304;
  return new Response(mayHaveBody ? Buffer.concat(chunks) : null, { status, headers });
}
