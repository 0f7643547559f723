import { ensureTrained } from './ensure-trained';

// Run after an installation, before a build and before a test: does nothing when what was learnt is up to date.
await ensureTrained();
