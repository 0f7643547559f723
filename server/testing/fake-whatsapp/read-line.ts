/** What a line typed at the terminal asks for. */
export type Line =
  | { readonly type: 'say'; readonly text: string }
  | { readonly type: 'tap'; readonly nth: number }
  | { readonly type: 'as'; readonly phone: string }
  | { readonly type: 'hide' | 'help' | 'quit' | 'nothing' }
  | { readonly type: 'unclear'; readonly sentence: string };

/** Reads one line; everything that doesn't begin with "/" is said to the bot as it stands. */
export function readLine(line: string): Line {
  const text = line.trim();
  if (text === '') return { type: 'nothing' };
  if (!text.startsWith('/')) return { type: 'say', text };
  const [command = '', argument = ''] = text.split(/\s+(.*)/s);
  switch (command) {
    case '/as': {
      const phone = argument.replace(/[\s()-]/g, '');
      if (/^\+[1-9]\d{5,14}$/.test(phone)) return { type: 'as', phone };
      return { type: 'unclear', sentence: 'Say /as with a phone number such as +919845000001.' };
    }
    case '/tap':
      if (/^[1-9]\d?$/.test(argument)) return { type: 'tap', nth: Number(argument) };
      return { type: 'unclear', sentence: 'Say /tap with the number of a button or row, such as /tap 2.' };
    case '/hide':
      return { type: 'hide' };
    case '/help':
      return { type: 'help' };
    case '/quit':
      return { type: 'quit' };
    default:
      return { type: 'unclear', sentence: `There is no command ${command}. /help lists them.` };
  }
}
