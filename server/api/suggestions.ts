import exampleConversation from '@/flows/scenarios/example-conversation.json';
import { type Scenario, scenarioFile } from '@/flows/scenarios/scenario';
import { languages } from '@/prompts/load-languages';

/**
 * What a customer might say to a flow, in order: the replies of the first example conversation that is written in the
 * language's own script. None for a flow or a language without an example.
 */
export function suggestionsFor(flowId: string, language: string): readonly string[] {
  const script = Object.hasOwn(languages, language) ? languages[language]?.script : undefined;
  if (!script) return [];
  const inScript = new RegExp(`[${script.ranges.map(([from, to]) => `\\u{${from}}-\\u{${to}}`).join('')}]`, 'u');
  const example = examples.find(({ flow, startAt, steps }) => {
    return flow === flowId && !startAt && inScript.test(textOf(steps[0]));
  });
  return example?.steps.map(textOf).filter((text) => text !== '') ?? [];
}

const examples: readonly Scenario[] = scenarioFile.parse(exampleConversation).scenarios;

function textOf(step: Scenario['steps'][number] | undefined): string {
  return [step?.said ?? []].flat().join('\n');
}
