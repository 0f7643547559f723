import { createServer } from 'node:net';

/** A port on this machine that nobody listens on now. Another program may take it before we do: try again then. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port was given'));
        else resolve(address.port);
      });
    });
  });
}

export type PortProblem = 'inUse' | 'forbidden' | 'noSuchHost';

/** Whether we could listen there; undefined means yes. */
export function findPortProblem(host: string, port: number): Promise<PortProblem | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve('inUse');
      else if (error.code === 'EACCES') resolve('forbidden');
      else resolve('noSuchHost');
    });
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}
