import type { Flow } from '@/flows/schema/flow';
import { parseFlow } from '@/flows/schema/parse-flow';

const LANGUAGES = {
  en: 'What is the value of the property, and where is it?',
  hi: 'संपत्ति की कीमत कितनी है, और वह कहाँ है?',
  kn: 'ಆಸ್ತಿಯ ಬೆಲೆ ಎಷ್ಟು, ಮತ್ತು ಅದು ಎಲ್ಲಿದೆ?',
  ta: 'சொத்தின் மதிப்பு எவ்வளவு, அது எங்கே உள்ளது?',
  te: 'ఆస్తి విలువ ఎంత, అది ఎక్కడ ఉంది?',
} as const;
const COLUMNS = 40;

/** A flow of so many states, each with two ways on and with two texts in five languages. */
export function generatedFlow(id: string, count: number): Flow {
  const states = Array.from({ length: count }, (_, index) => ({
    id: `state_${index}`,
    name: `State ${index}`,
    type: 'ask' as const,
    position: { x: (index % COLUMNS) * 420, y: Math.floor(index / COLUMNS) * 260 },
    data: {
      questions: [
        {
          slot: 'property_value',
          ask: [
            { type: 'text', text: numbered(index, 'a') },
            { type: 'text', text: numbered(index, 'b') },
          ],
        },
      ],
    },
  }));
  const transitions = states.flatMap(({ id: from }, index) =>
    ['filled', 'gave_up'].map((outcome, which) => ({
      id: `${from}:${outcome}`,
      from,
      outcome,
      to: `state_${(index + 1 + which * COLUMNS) % count}`,
    })),
  );
  const parsed = parseFlow({
    schemaVersion: 1,
    id,
    name: id,
    languages: Object.keys(LANGUAGES),
    defaultLanguage: 'en',
    start: 'state_0',
    states,
    transitions,
  });
  if (!parsed.ok) throw new Error(parsed.issues.map(({ message }) => message).join(' '));
  return parsed.flow;
}

function numbered(index: number, which: string): Record<string, string> {
  return Object.fromEntries(Object.entries(LANGUAGES).map(([code, text]) => [code, `${text} (${index}${which})`]));
}
