import { fieldsOf, listOf, matches } from './field-problems';
import { type GraphError, graphErrors } from './graph-errors';
import { type GraphAnswer, type GraphApi, type GraphCall, type GraphRoute, parseObject, refusal } from './graph-route';
import type { ShelvedTemplate } from './template-shelf';
import { type TemplateRefusal, validateTemplateText } from './validate-template-text';

/** The templates of the account: listed, created, edited, removed; and the sample files that go to their review. */
export const templatesRoutes: readonly GraphRoute[] = [
  { method: 'GET', path: /^(\d+)\/message_templates$/, answer: list },
  { method: 'POST', path: /^(\d+)\/message_templates$/, answer: create },
  { method: 'DELETE', path: /^(\d+)\/message_templates$/, answer: remove },
  { method: 'GET', path: /^(7\d{15})$/, answer: lookUp },
  { method: 'POST', path: /^(7\d{15})$/, answer: edit },
  { method: 'POST', path: /^app\/uploads$/, answer: beginUpload },
  { method: 'POST', path: /^(upload:\w+)$/, mostBytes: 101 * 1024 * 1024, answer: takeSample },
];

function list({ shelf }: GraphApi, { query }: GraphCall): GraphAnswer {
  const limit = Math.min(Number(query.get('limit') ?? 25), 100);
  const start = Number(query.get('after') ?? 0);
  const data = shelf.templates.slice(start, start + limit).map(viewOf);
  const end = start + data.length;
  const next = end < shelf.templates.length ? { next: `https://graph.facebook.com/next?after=${end}` } : {};
  return json({ data, paging: { cursors: { before: String(start), after: String(end) }, ...next } });
}

function create(api: GraphApi, { body }: GraphCall): GraphAnswer {
  const { shelf } = api;
  const given = parseObject(body);
  if (!given) return refusal(api, graphErrors.notJson);
  const { name, language, category } = given;
  if (!matches(name, /^[a-z0-9_]{1,512}$/)) return refuse(api, { message: 'Param name is not valid.' });
  if (!matches(language, /^[a-z]{2,3}(_[A-Z]{2})?$/)) return refuse(api, { message: 'Param language is not valid.' });
  if (!matches(category, /^(MARKETING|UTILITY)$/)) return refuse(api, { message: 'Param category is not valid.' });
  if (shelf.isTired()) return refuse(api, { code: 80008, message: 'Too many templates were created in this hour.' });
  if (shelf.isBeingRemoved(name)) return refuse(api, { subcode: 2388023, message: 'This name is being deleted.' });
  if (shelf.find(name, language)) return refuse(api, { subcode: 2388024, message: 'There is such content already.' });
  if (shelf.templates.length >= shelf.most) return refuse(api, { subcode: 2388019, message: 'The limit is reached.' });
  const problem = validateTemplateText(listOf(given.components));
  if (problem) return refuse(api, problem);
  const { id, status } = shelf.create({ name, language, category, components: listOf(given.components) });
  return json({ id, status, category });
}

function edit(api: GraphApi, { ids: [id = ''], body }: GraphCall): GraphAnswer {
  const { shelf, clock } = api;
  const template = shelf.findById(id);
  const given = parseObject(body);
  if (!template) return refusal(api, graphErrors.unknownNumber);
  if (!given) return refusal(api, graphErrors.notJson);
  const isTooSoon = template.editedAt !== null && clock.now() - template.editedAt < 86_400_000;
  if (isTooSoon || !/^(APPROVED|REJECTED|PAUSED)$/.test(template.status)) {
    return refuse(api, { subcode: 2388039, message: 'The template cannot be edited now.' });
  }
  const problem = validateTemplateText(listOf(given.components));
  if (problem) return refuse(api, problem);
  shelf.edit(template, listOf(given.components));
  return json({ success: true });
}

function lookUp(api: GraphApi, { ids: [id = ''] }: GraphCall): GraphAnswer {
  const template = api.shelf.findById(id);
  return template ? json(viewOf(template)) : refusal(api, graphErrors.unknownNumber);
}

function remove(api: GraphApi, { query }: GraphCall): GraphAnswer {
  const gone = api.shelf.remove(query.get('name') ?? '', query.get('hsm_id'));
  return gone > 0 ? json({ success: true }) : refuse(api, { message: 'There is no such template.' });
}

function beginUpload(api: GraphApi, { query }: GraphCall): GraphAnswer {
  const length = Number(query.get('file_length'));
  const type = query.get('file_type') ?? '';
  if (!(length > 0) || !/^(image\/(jpeg|png)|video\/mp4|application\/pdf)$/.test(type)) {
    return refuse(api, { message: 'The file is of a kind or size that is not taken.' });
  }
  return json({ id: `upload:${Buffer.from(`${type}|${length}`).toString('hex')}` });
}

function takeSample(api: GraphApi, { ids: [id = ''], headers, body }: GraphCall): GraphAnswer {
  const [type = '', length] = Buffer.from(id.slice('upload:'.length), 'hex').toString().split('|');
  if (headers.file_offset !== '0' || body.byteLength !== Number(length)) {
    return refuse(api, { message: 'The file is not as long as was said.' });
  }
  return json({ h: `4::${Buffer.from(`${type}|${id}`).toString('base64')}` });
}

function viewOf(template: ShelvedTemplate): object {
  const { id, name, language, status, category, components, quality, reason } = template;
  return {
    ...{ id, name, language, status, category, components, parameter_format: 'POSITIONAL' },
    quality_score: { score: quality, date: 1_790_416_800 },
    rejected_reason: reason ?? 'NONE',
  };
}

/** Refusals of templates say more than those of messages: a subcode, and a sentence for the person. */
function refuse(api: GraphApi, { code = 100, subcode, message }: TemplateRefusal): GraphAnswer {
  const error: GraphError = { status: 400, code, title: 'Invalid parameter', details: message };
  api.ledger.refused.push({ error, body: fieldsOf({ subcode }) });
  const body = {
    message: `(#${code}) ${error.title}`,
    type: 'OAuthException',
    code,
    ...(subcode === undefined ? {} : { error_subcode: subcode }),
    error_user_title: error.title,
    error_user_msg: message,
    fbtrace_id: `fake${api.ledger.refused.length}`,
  };
  return { status: 400, body: JSON.stringify({ error: body }) };
}

function json(value: object): GraphAnswer {
  return { status: 200, body: JSON.stringify(value) };
}
