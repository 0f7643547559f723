/** What every procedure knows about the request that called it. */
export type ApiContext = Readonly<{ headers: Headers; url: string }>;

/** The context of one HTTP request. */
export function createApiContext(request: Request): ApiContext {
  return { headers: request.headers, url: request.url };
}
