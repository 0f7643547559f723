import type { IncomingMessage, ServerResponse } from 'node:http';
import { graphErrors } from './graph-errors';
import { type GraphAnswer, type GraphApi, type GraphRoute, refusal } from './graph-route';
import { mediaRoutes } from './media-api';
import { messagesRoutes } from './messages-api';
import { numbersRoutes } from './numbers-api';
import { templatesRoutes } from './templates-api';
import { writeAnswer } from './write-answer';

/** Every path that the fake knows; a part of the API adds its own here. A bare id is a template's, a file's or else a number's. */
const routes: readonly GraphRoute[] = [...messagesRoutes, ...mediaRoutes, ...templatesRoutes, ...numbersRoutes];

/** Answers one request as the Graph API would. */
export async function answerGraphCall(
  api: GraphApi,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  writeAnswer(api, response, await answerCall(api, request));
}

async function answerCall(api: GraphApi, request: IncomingMessage): Promise<GraphAnswer> {
  const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const path = pathname.replace(/^\/v\d{1,2}\.\d\//, '');
  const route = routes.find((one) => one.method === request.method && one.path.test(path));
  if (!route) return refusal(api, graphErrors.unknownPath);
  const { headers } = request;
  if (headers.authorization === undefined) return refusal(api, graphErrors.withoutToken);
  // Sample files come with the older word.
  const token = /^(?:Bearer|OAuth) (.+)$/.exec(headers.authorization)?.[1];
  const isValid = token === api.accessToken && !api.isRevoked();
  if (!isValid) return refusal(api, graphErrors.notAuthorised);
  const body = await readBody(request, route.mostBytes ?? 1024 * 1024);
  if (!body) return refusal(api, graphErrors.tooLarge);
  return route.answer(api, { ids: route.path.exec(path)?.slice(1) ?? [], query, headers, body });
}

async function readBody(request: IncomingMessage, mostBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.byteLength;
    if (size > mostBytes) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
