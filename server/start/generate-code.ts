import { spawn } from 'node:child_process';
import { KnownError } from '../errors';
import { ensureTrained } from '../understanding/ensure-trained';

/** Makes the code that is generated from the schema and from the words, and what is learnt from them; each does nothing when its source is the same. */
export async function generateCode(): Promise<void> {
  await Promise.all(['prisma/generate.mjs', 'prompts/generate.mjs'].map(generate));
  await ensureTrained();
}

function generate(script: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script], { stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new KnownError('build.failed', `${script} failed; the reason stands above.`));
    });
  });
}
