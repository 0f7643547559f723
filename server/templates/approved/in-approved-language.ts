import type { ChannelPayload } from '@/flows/rendering/channel-payload';
import type { ApprovedLanguages } from './store';

/**
 * A template in a language in which it may be sent: the contact's own (also as `en_IN` for `en`), else English, else any that
 * is approved. A template of which none is known to be approved stays as it is: WhatsApp then says what is wrong with it.
 */
export function inApprovedLanguage(payload: ChannelPayload, approved: ApprovedLanguages): ChannelPayload {
  if (payload.type !== 'template') return payload;
  const { template } = payload;
  const wanted = template.language.code;
  const languages = approved.get(template.name) ?? [];
  const like = (code: string) => languages.find((language) => language.split('_')[0] === code.split('_')[0]);
  const code = languages.includes(wanted) ? wanted : (like(wanted) ?? like('en') ?? languages[0] ?? wanted);
  return code === wanted ? payload : { ...payload, template: { ...template, language: { code } } };
}
