import type { IncomingMessage } from 'node:http';

/**
 * Writes down who is at the other end of a connection, where those who count tries look for it. What a client says of itself is
 * worth nothing: without a proxy of ours in front it is overwritten, with one it is kept to be read from its trusted end.
 */
export function noteAddress(request: Pick<IncomingMessage, 'headers' | 'socket'>, isBehindProxies: boolean): void {
  const address = request.socket.remoteAddress ?? '';
  const said = request.headers['x-forwarded-for'];
  request.headers['x-forwarded-for'] = isBehindProxies && said ? `${said}, ${address}` : address;
}
