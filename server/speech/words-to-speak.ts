import type { Choice, OutgoingContent } from '@/flows/schema/message';
import { languages } from '@/prompts/load-languages';
import { spokenLanguages } from '@/prompts/load-spoken';

/**
 * What of a message is to be spoken, still as it is written: its text, and its choices as a sentence. Empty for what has no
 * words of its own: files, reactions, templates.
 */
export function wordsToSpeak(content: OutgoingContent, language: string): string {
  switch (content.type) {
    case 'text':
    case 'link':
    case 'locationRequest':
      return content.text;
    case 'buttons':
      return withChoices(content.text, content.buttons, language);
    case 'list':
      return withChoices(content.text, content.rows, language);
    case 'media':
    case 'reaction':
    case 'template':
      return '';
    default:
      return content satisfies never;
  }
}

/** More than these nobody keeps in mind while listening. */
const MOST_CHOICES = 4;

function withChoices(text: string, choices: readonly Choice[], language: string): string {
  const spoken = spokenLanguages[language];
  if (spoken === undefined) return text;
  if (choices.length > MOST_CHOICES) return `${text}\n${spoken.chooseFromList}`;
  const titles = choices.map(({ title }) => title);
  const last = titles.pop() ?? '';
  const or = languages[language]?.format.listOr ?? ', ';
  const named = titles.length === 0 ? last : `${titles.join(', ')}${or}${last}`;
  return `${text}\n${spoken.choices.replace('{choices}', named)}`;
}
