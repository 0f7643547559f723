import type { Readable } from 'node:stream';
import { z } from 'zod';

/** What the app and its launcher say: progress is passed on, complaints are counted, the end is kept for a failure. */
export class AppLog {
  private readonly complaints = new Map<string, number>();
  private readonly lines: string[] = [];

  listen(stream: Readable, onProgress: (line: string) => void): void {
    let rest = '';
    stream.setEncoding('utf8');
    stream.on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) this.hear(line, onProgress);
    });
  }

  /** Warnings and errors of the app, each with how often it came. */
  complaintCounts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.complaints);
  }

  lastWords(): string {
    return this.lines.join('\n');
  }

  private hear(line: string, onProgress: (line: string) => void): void {
    if (line.trim() === '') return;
    this.lines.push(line);
    if (this.lines.length > mostLines) this.lines.shift();
    if (line.startsWith('· ')) onProgress(line);
    const complaint = readComplaint(line);
    if (complaint) this.complaints.set(complaint, (this.complaints.get(complaint) ?? 0) + 1);
  }
}

const mostLines = 30;
const record = z.object({
  level: z.enum(['warn', 'error', 'fatal']),
  msg: z.string(),
  err: z.object({ kind: z.string(), code: z.string().optional() }).optional(),
});

function readComplaint(line: string): string | undefined {
  if (!line.startsWith('{')) return;
  try {
    const { msg, err } = record.parse(JSON.parse(line));
    return err ? `${msg} (${err.code ?? err.kind})` : msg;
  } catch {
    return; // a line of another kind
  }
}
