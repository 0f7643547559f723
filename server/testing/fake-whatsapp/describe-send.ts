import { type Fields, fieldsOf } from './field-problems';

/** One choice of an accepted message, as tapping it is told to the app. */
export type OfferedChoice = {
  readonly id: string;
  readonly title: string;
  readonly description?: string | undefined;
  readonly in: 'buttons' | 'list';
};

/** What a customer can tap in a message, in order. */
export function choicesOf(body: Fields): OfferedChoice[] {
  const action = fieldsOf(fieldsOf(body.interactive).action);
  const buttons = list(action.buttons).map((button) => ({
    ...choiceOf(fieldsOf(button.reply)),
    in: 'buttons' as const,
  }));
  const rows = list(action.sections).flatMap((section) => list(section.rows));
  return [...buttons, ...rows.map((row) => ({ ...choiceOf(row), in: 'list' as const }))];
}

/** What a customer reads in a message: the text, or what stands in for it. */
export function textOf(body: Fields): string {
  const kind = typeof body.type === 'string' ? body.type : '';
  const content = fieldsOf(body[kind]);
  switch (kind) {
    case 'text':
      return text(content.body);
    case 'interactive':
      return text(fieldsOf(content.body).text);
    case 'template': {
      const variables = list(content.components).flatMap(({ parameters }) =>
        list(parameters).map((one) => text(one.text)),
      );
      return `[template ${text(content.name)}: ${variables.join(' | ')}]`;
    }
    default:
      return [`[${kind} ${text(content.link)}]`, text(content.caption)].filter((part) => part !== '').join(' ');
  }
}

function choiceOf({ id, title, description }: Fields): Omit<OfferedChoice, 'in'> {
  return { id: text(id), title: text(title), ...(description === undefined ? {} : { description: text(description) }) };
}

function list(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
