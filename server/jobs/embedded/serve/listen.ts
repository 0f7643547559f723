import http from 'node:http';
import { KnownError } from '../../../errors';

export type Listener = { readonly url: string; readonly close: () => Promise<void> };

/** Gives what comes over HTTP to `answer`. Port 0 takes a free one. Throws `port.unavailable`. */
export function listen(
  { host, port }: { readonly host: string; readonly port: number },
  answer: (request: Request) => Promise<Response>,
): Promise<Listener> {
  const server = http.createServer((incoming, outgoing) => void pass(incoming, outgoing, answer));
  return new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject(
        new KnownError('port.unavailable', `Port ${port} can't be used. Choose another one with --port.`, { cause }),
      ),
    );
    server.listen(port, host, () => {
      const address = server.address();
      const taken = typeof address === 'object' && address ? address.port : port;
      resolve({ url: `http://${host}:${taken}`, close: () => close(server) });
    });
  });
}

async function pass(
  incoming: http.IncomingMessage,
  outgoing: http.ServerResponse,
  answer: (request: Request) => Promise<Response>,
): Promise<void> {
  try {
    const response = await answer(await requestOf(incoming));
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(Buffer.from(await response.arrayBuffer()));
  } catch {
    // Whoever asked comes again: nothing was answered, so nothing was promised.
    if (!outgoing.headersSent) outgoing.writeHead(503, { 'content-type': 'application/json' });
    outgoing.end(JSON.stringify({ error: 'Not now: try again.', status: 503 }));
  }
}

async function requestOf(incoming: http.IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const headers = Object.entries(incoming.headers).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  const method = incoming.method ?? 'GET';
  const url = `http://${incoming.headers.host ?? 'localhost'}${incoming.url ?? '/'}`;
  return new Request(url, {
    method,
    headers: headers.filter(([name]) => name !== 'transfer-encoding' && name !== 'connection'),
    ...(method === 'GET' || method === 'HEAD' ? {} : { body: Buffer.concat(chunks) }),
  });
}

function close(server: http.Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
