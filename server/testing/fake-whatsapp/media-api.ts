import { graphErrors, orderedError, unsupported } from './graph-errors';
import { type GraphAnswer, type GraphApi, type GraphCall, type GraphRoute, refusal } from './graph-route';
import { readForm } from './read-form';
import { typesOfUploads } from './upload-types';

/** Files: put in, looked up, read by their address, removed. */
export const mediaRoutes: readonly GraphRoute[] = [
  { method: 'POST', path: /^(\d+)\/media$/, mostBytes: 101 * 1024 * 1024, answer: upload },
  { method: 'GET', path: /^(4\d{17})$/, answer: lookUp },
  { method: 'DELETE', path: /^(4\d{17})$/, answer: remove },
  { method: 'GET', path: /^\/attachments\/(\w+)$/, answer: download },
];

async function upload(api: GraphApi, { ids: [account = ''], headers, body }: GraphCall): Promise<GraphAnswer> {
  const { media } = api;
  if (!api.phoneNumberIds.has(account)) return refusal(api, graphErrors.unknownNumber);
  const form = await readForm(body, headers['content-type']);
  const file = form?.get('file');
  if (form?.get('messaging_product') !== 'whatsapp' || !(file instanceof File)) {
    return refusal(api, unsupported('A file and the messaging product are required.'));
  }
  const mimeType = String(form.get('type') ?? file.type);
  const most = typesOfUploads.get(mimeType.split(';')[0] ?? '');
  if (most === undefined || file.size > most) return refusal(api, orderedError(131053));
  const bytes = Buffer.from(await file.arrayBuffer());
  const { id } = media.keep(bytes, mimeType, { account, filename: file.name });
  return media.spoiled('upload', json({ id }));
}

function lookUp(api: GraphApi, { ids: [id = ''], query, headers }: GraphCall): GraphAnswer {
  const file = api.media.find(id);
  const number = query.get('phone_number_id');
  if (!file || (number !== null && !api.phoneNumberIds.has(number))) {
    return refusal(api, graphErrors.unknownNumber); // error 100, as for anything that isn't there
  }
  const { mimeType: mime_type, sha256, bytes } = file;
  const url = `http://${headers.host}/attachments/${api.media.openAddress(id)}`;
  const found = { messaging_product: 'whatsapp', url, mime_type, sha256, file_size: String(bytes.byteLength), id };
  return api.media.spoiled('lookup', json(found));
}

function remove({ media }: GraphApi, { ids: [id = ''] }: GraphCall): GraphAnswer {
  return json({ success: media.forget(id) });
}

function download(
  { media }: GraphApi,
  { ids: [address = ''], headers: { 'user-agent': agent } }: GraphCall,
): GraphAnswer {
  const file = media.at(address);
  if (!file) return { status: 404, body: '', headers: { 'content-type': 'text/plain' } };
  const headers = { 'content-type': agent ? file.mimeType : 'text/html' };
  return media.spoiled('download', { status: 200, body: agent ? file.bytes : '<html></html>', headers });
}

function json(value: object): GraphAnswer {
  return { status: 200, body: JSON.stringify(value) };
}
