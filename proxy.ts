import { type NextRequest, NextResponse } from 'next/server';

/**
 * Gives every page its headers: a policy under which only scripts run that this answer names by a new secret, and no cache
 * for what people see who are signed in. It lets nobody in and keeps nobody out: pages, routes and procedures do that.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString('base64');
  const isSecure = (process.env.PUBLIC_URL ?? '').startsWith('https:');
  const policy = contentPolicy(nonce, isSecure);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('Content-Security-Policy', policy); // Next reads the nonce for its own scripts from here
  headers.set('x-vaarta-path', request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  response.headers.set('Cache-Control', 'no-store');
  if (isSecure) response.headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
  return response;
}

/** Routes say themselves what may be done with their answers; what Next built has no secrets in it. */
export const config = { matcher: ['/((?!api/|_next/static/|_next/image|icon.svg).*)'] };

/** Nothing from elsewhere is loaded: fonts, scripts and pictures are our own. `next dev` needs eval for its hot reload. */
function contentPolicy(nonce: string, isSecure: boolean): string {
  const isDevelopment = process.env.NODE_ENV === 'development';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    // Styles can't run. The canvas, charts and toasts place things by style attributes and by style elements of their own.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
    ...(isSecure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}
