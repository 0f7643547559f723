import { languageName } from '../../schema/language-name';
import type { TextUse } from '../../schema/message-template';
import { textLimits } from '../../schema/text-limits';
import { visibleLength } from '../../schema/whatsapp-limits';
import type { CheckRule, Finding } from '../check-rule';
import type { CheckedFlow } from '../checked-flow';
import type { CheckedText } from '../checked-text';
import { type Measure, measureIn } from '../measure-text';

const whatItIs: Readonly<Record<TextUse, string>> = {
  text: 'text',
  interactiveBody: 'text above buttons or a list',
  footer: 'footer',
  buttonTitle: 'button title',
  listButtonLabel: 'label of a list button',
  rowTitle: 'row title',
  rowDescription: 'row description',
  linkLabel: 'label of a link',
  caption: 'caption',
  url: 'address',
  templateVariable: 'template variable',
  internal: 'text',
};

/**
 * Every text fits into its place on WhatsApp, in each language, counted with its {{ }} filled with long values. A text
 * that is too long by its own words is an error; one that only may become too long is a warning.
 */
export const messageTooLong: CheckRule = {
  code: 'message.too_long',
  severity: 'error',
  find: (flow) => {
    const measures = new Map(flow.flow.languages.map((language) => [language, measureIn(language, flow)]));
    return flow.texts.flatMap((text) => findingsOf(text, flow, measures));
  },
};

function findingsOf(text: CheckedText, { flow }: CheckedFlow, measures: ReadonlyMap<string, Measure>): Finding[] {
  const limit = textLimits[text.use];
  if (limit === null) return [];
  return flow.languages.flatMap((language): Finding[] => {
    const wording = text.text[language] ?? '';
    const measured = measures.get(language)?.(wording);
    if (!measured || visibleLength(measured.longest) <= limit) return [];
    const isCertain = measured.words > limit;
    const length = isCertain ? measured.words : visibleLength(measured.longest);
    return [
      {
        place: { ...text.place, language },
        severity: isCertain ? 'error' : 'warning',
        message: `This ${whatItIs[text.use]} ${isCertain ? 'has' : 'can have'} ${length} characters in ${languageName(language)}; WhatsApp shows at most ${limit}.`,
        fix: `Shorten it by ${length - limit} characters.`,
      },
    ];
  });
}
