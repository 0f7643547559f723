import process from 'node:process';

/** Nothing from elsewhere is loaded: fonts, scripts and pictures are our own. `next dev` needs eval for its hot reload. */
const contentPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "object-src 'none'",
].join('; ');

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
  ],
  // `npm run check` reads the types; a build repeats neither that nor its memory.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'Content-Security-Policy', value: contentPolicy },
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(self)' },
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
      ],
    },
    // Of two policies for one path the later one counts, also before what a route sets itself.
    {
      source: '/api/:kind(media|simulator/files)/:path*',
      headers: [{ key: 'Content-Security-Policy', value: "default-src 'none'; sandbox" }],
    },
    // The address of an upload page is its key.
    { source: '/upload/:path*', headers: [{ key: 'Referrer-Policy', value: 'no-referrer' }] },
  ],
};

export default config;
