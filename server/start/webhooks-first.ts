import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { type IncomingMessage, Server, type ServerResponse } from 'node:http';
import { getEnv, trustedProxies } from '../env';
import { readRawBody } from '../inbox/read-raw-body';
import { receiveWebhook } from '../inbox/receive-webhook';
import { log } from '../log';
import { noteAddress } from './note-address';

/**
 * Lets the HTTP server of this process answer webhooks itself instead of handing them to Next, whose routing costs more
 * than all else that a message needs (1–2 ms of a core for each of the four webhooks of one answered message). The route
 * of the same address stays: it answers the same, and is what serves where Next has no HTTP server of this kind.
 */
export function answerWebhooksFirst(): void {
  if (globalThis.vaartaWebhooksFirst) return;
  globalThis.vaartaWebhooksFirst = true;
  // Next gives nobody its server: Node names it with the first request.
  const meet = (message: unknown) => {
    const server = typeof message === 'object' && message !== null && 'server' in message ? message.server : undefined;
    if (!(server instanceof Server)) return;
    unsubscribe(firstRequest, meet);
    goBefore(server);
  };
  subscribe(firstRequest, meet);
}

declare global {
  var vaartaWebhooksFirst: boolean | undefined;
}

const firstRequest = 'http.server.request.start';

function goBefore(server: Server): void {
  const others = server.listeners('request');
  server.removeAllListeners('request');
  const isBehindProxies = trustedProxies(getEnv()).length > 0;
  server.on('request', (request, response) => {
    noteAddress(request, isBehindProxies);
    const channel = request.method === 'POST' ? webhookPath.exec(request.url ?? '')?.[1] : undefined;
    if (channel !== undefined) void answer(channel, request, response);
    else for (const listener of others) Reflect.apply(listener, server, [request, response]);
  });
}

const webhookPath = /^\/api\/webhooks\/([a-z]+)(?:\?|$)/;

async function answer(channel: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const { 'x-hub-signature-256': signature, 'content-length': length } = request.headers;
    const headers = new Headers(typeof signature === 'string' ? { 'x-hub-signature-256': signature } : {});
    const readBody = (mostBytes: number) =>
      readRawBody(request.iterator({ destroyOnReturn: false }), length, mostBytes);
    const { status, text } = await receiveWebhook({ channel, headers, readBody });
    // What was not read to its end can't be followed by another request.
    if (status === 413) response.setHeader('connection', 'close');
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
  } catch (error) {
    log.warn({ channel, err: error }, 'webhook.brokenOff'); // the channel hung up in the middle, and will tell it again
    response.destroy();
  }
}
