import { languages } from '@/prompts/load-languages';
import { listTemplates } from '../../templates/store';
import { readAddressees, settleClosed } from '../claim/store';
import { readOutboxSettings } from '../settings/store';
import { templateInstead } from './template-instead';

/**
 * Puts the template that the settings name into the place of messages for which the 24 hours are over; where it can't go,
 * they are blocked and say why. The template then stands in their place of the line and is judged like any other.
 */
export async function replaceClosed(outboxIds: readonly string[]): Promise<void> {
  const { closedWindow } = await readOutboxSettings();
  const templates = closedWindow.template === null ? [] : await listTemplates(closedWindow.template);
  const addressees = await readAddressees(outboxIds);
  await settleClosed(
    addressees.map(({ outboxId, language, name }) => {
      const neutralName = languages[language]?.messages.neutralName ?? languages.en?.messages.neutralName ?? '';
      const instead = templateInstead(templates, { language, name: name ?? neutralName });
      return instead.ok ? { outboxId, payload: instead.payload } : { outboxId, detail: instead.detail };
    }),
  );
}
