import path from 'node:path';
import { discardPostgres } from '../db/embedded/postgres-server';
import { launch } from '../start/launch';

// What the browser tests talk to: the product, started as a person starts it, on data that is new each time.

const dataDir = '.vaarta/e2e';
process.env.VAARTA_DATA_DIR = dataDir;
process.env.BURST_WINDOW_MS = '0';

const postgres = path.resolve(dataDir, 'postgres');
await discardPostgres(postgres, 'lasting');
await launch('production');
