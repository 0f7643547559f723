import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import { ThemeProvider } from 'next-themes';
import type { ReactElement, ReactNode } from 'react';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Vaarta', template: '%s · Vaarta' },
  description: 'Draw a WhatsApp conversation in five Indian languages; a runtime executes exactly that drawing.',
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  // The keyboard of a phone shrinks the page, so that the composer stays above it.
  interactiveWidget: 'resizes-content',
};

export default async function RootLayout({ children }: { readonly children: ReactNode }): Promise<ReactElement> {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    // The theme's class is set before React runs, so this one element may differ from what the server sent.
    <html lang="en" suppressHydrationWarning>
      <body>
        <ThemeProvider nonce={nonce} attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange>
          {children}
        </ThemeProvider>
      </body>
    </html>
  );
}
