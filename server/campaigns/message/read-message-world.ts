import { fromComponents, hasNamedVariables } from '@/flows/templates/template-components';
import type { TemplateContent } from '@/flows/templates/template-content';
import { languages } from '@/prompts/load-languages';
import type { ChannelId } from '../../channels/channel';
import { factsNow } from '../../facts/read-facts';
import { listTemplates, type StoredTemplate } from '../../templates/store';
import type { MessageWorld, SendableTemplate } from './message-world';

/** What the messages of a campaign on a channel are made of now. */
export async function readMessageWorld(channel: ChannelId, nowMs: number): Promise<MessageWorld> {
  const [stored, facts] = await Promise.all([listTemplates(), factsNow()]);
  const templates = new Map<string, SendableTemplate>();
  for (const template of stored) {
    const { name, category } = template;
    const known = templates.get(name) ?? { name, category, texts: [] };
    templates.set(name, { ...known, texts: [...known.texts, ...textsOf(template, channel)] });
  }
  return { nowMs, channel, facts, packs: languages, templates };
}

function textsOf(
  { language: code, status, components }: StoredTemplate,
  channel: ChannelId,
): SendableTemplate['texts'] {
  const isSendable = channel === 'simulator' ? status !== 'DELETED' : status === 'APPROVED';
  if (!isSendable) return [];
  return [{ code, language: code.split(/[_-]/)[0] ?? code, content: fillable(components) }];
}

/** The content, unless it wants to be told what a campaign does not say: the end of an address, a code, values by name. */
function fillable(components: unknown): TemplateContent | null {
  const content = fromComponents(components);
  if (!content || hasNamedVariables(components)) return null;
  const wantsMore = content.buttons.some(
    (tap) => tap.type === 'copyCode' || (tap.type === 'url' && tap.url.includes('{{')),
  );
  return wantsMore ? null : content;
}
