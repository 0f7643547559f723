/** Of answers that are no page: nothing in them is ever run or drawn as one. `proxy.ts` has the policy of pages. */
const noPage = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** @type {import('next').NextConfig} */
const config = {
  typedRoutes: true,
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: { position: 'bottom-right' }, // the other corner holds the theme switch
  agentRules: false, // it would write files into the checkout
  // They load files of their own at run time, and the pool must be one object for all bundles.
  serverExternalPackages: [
    'pg',
    'pino',
    'opusscript',
    '@prisma/adapter-pg',
    '@prisma/client',
    'graphile-worker',
    'inngest',
    'better-auth',
  ],
  // `npm run check` reads the types; a build repeats neither that nor its memory.
  typescript: { ignoreBuildErrors: true },
  // Browsers ask for it where a page has not named its icon yet.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(self)' },
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
        { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
      ],
    },
    // Of two policies for one path the later one counts, also before what a route sets itself.
    {
      source: '/api/:path*',
      headers: [{ key: 'Content-Security-Policy', value: noPage }],
    },
    {
      source: '/api/:kind(trpc|auth|auth-links|imports|leads|contacts|conversations)/:path*',
      headers: [{ key: 'Cache-Control', value: 'no-store' }],
    },
    // The address of these pages is their key.
    {
      source: '/:kind(upload|setup|invitation|password)/:path*',
      headers: [{ key: 'Referrer-Policy', value: 'no-referrer' }],
    },
  ],
};

export default config;
