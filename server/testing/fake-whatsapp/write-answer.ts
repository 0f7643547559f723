import type { ServerResponse } from 'node:http';
import type { GraphAnswer, GraphApi } from './graph-route';

/** Writes an answer, or what its flaw leaves of it. */
export function writeAnswer({ later }: Pick<GraphApi, 'later'>, response: ServerResponse, answer: GraphAnswer): void {
  switch (answer.flaw?.kind) {
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'never':
      return; // the app gives up, or the server is closed
    case 'late':
      later(answer.flaw.ms, () => writeWhole(response, answer));
      return;
    case 'drip':
      drip(later, response, answer, answer.flaw.ms);
      return;
    default:
      writeWhole(response, answer);
  }
}

function writeWhole(response: ServerResponse, { status, body, headers }: GraphAnswer): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    ...headers,
  });
  response.end(body);
}

function drip(later: GraphApi['later'], response: ServerResponse, answer: GraphAnswer, ms: number): void {
  const body = Buffer.from(answer.body);
  response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
  response.flushHeaders();
  const step = Math.ceil(body.byteLength / drops);
  for (let drop = 0; drop < drops; drop += 1) {
    later((ms * (drop + 1)) / drops, () => {
      response.write(body.subarray(drop * step, (drop + 1) * step));
      if (drop === drops - 1) response.end();
    });
  }
}

const drops = 10;
