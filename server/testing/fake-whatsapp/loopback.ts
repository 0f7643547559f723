/**
 * Throws unless an address is on this very machine. The fake signs what it sends with a real app secret if it is given one,
 * so it must not be able to reach anybody else.
 */
export function assertLoopback(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isLoopback = url !== undefined && url.protocol === 'http:' && loopbackHost.test(url.hostname);
  if (!isLoopback) {
    throw new Error(
      `The fake WhatsApp only talks to this machine (localhost, 127.0.0.1 or [::1]), so it can't send webhooks to "${address}".`,
    );
  }
  return url;
}

const loopbackHost = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
