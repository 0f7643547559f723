import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { discardPostgres } from '../db/embedded/postgres-server';
import { launch } from '../start/launch';
import { e2eFiles } from './e2e-files';

// What the browser tests talk to: the product, started as a person starts it, on data that is new each time.

const { dataDir, setupLink } = e2eFiles;
process.env.VAARTA_DATA_DIR = dataDir;
process.env.BURST_WINDOW_MS = '0';

const postgres = path.resolve(dataDir, 'postgres');
await discardPostgres(postgres, 'lasting');
rmSync(setupLink, { force: true });
keepPrintedLink();
await launch('production');

/** A person would take it from the terminal. */
function keepPrintedLink(): void {
  const print = console.log;
  console.log = (text: string) => {
    print(text);
    const link = /http\S+\/setup\/\S+/.exec(text)?.[0];
    if (link) writeFileSync(setupLink, link);
  };
}
