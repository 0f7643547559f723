type Handler = (request: Request) => Promise<Response>;

/** Calls a handler of this process as if it were elsewhere: no socket, no port. The SDK reads its own address from the host. */
export function inProcess(handler: Handler): (url: string, init?: RequestInit) => Promise<Response> {
  return (url, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('host', new URL(url).host);
    return handler(new Request(url, { ...init, headers }));
  };
}
