/** An import that must not be: in which file it stands, what the file says, and which rule must find it. */
export type PlantedViolation = { readonly rule: string; readonly file: string; readonly content: string };

/** One for each rule of .dependency-cruiser.cjs, and more where a rule has more than one side. */
export const plantedViolations: readonly PlantedViolation[] = [
  { rule: 'no-cycles', file: 'flows/one.ts', content: "import './other';" },
  { rule: 'resolvable', file: 'server/lost.ts', content: "import './nowhere';" },
  { rule: 'prompts-are-words', file: 'prompts/logic.ts', content: "import '../flows/flow';" },
  { rule: 'prompts-are-words', file: 'prompts/read.ts', content: "import 'node:fs';" },
  { rule: 'flows-are-logic', file: 'flows/read.ts', content: "import 'node:fs';" },
  { rule: 'flows-are-logic', file: 'flows/effect.ts', content: "import '@/server/effect';" },
  { rule: 'flows-are-logic', file: 'flows/library.ts', content: "import 'pg';" },
  { rule: 'server-knows-no-surface', file: 'server/screen.ts', content: "import '@/app/_ui/Button';" },
  {
    rule: 'app-reaches-server-at-its-doors',
    file: 'app/(studio)/leads/List.tsx',
    content: "import '@/server/effect';",
  },
  {
    rule: 'app-asks-the-server-not-the-database',
    file: 'app/(studio)/leads/page.tsx',
    content: "import '@/prisma/client/client';",
  },
  { rule: 'prisma-in-stores-only', file: 'server/leads/score.ts', content: "import '@/prisma/client/client';" },
  { rule: 'channels-know-no-database', file: 'server/channels/sms/send.ts', content: "import 'pg';" },
  {
    rule: 'channels-know-no-other-channel',
    file: 'server/channels/sms/copy.ts',
    content: "import '../whatsapp/send';",
  },
  {
    rule: 'private-folders-belong-to-one-route',
    file: 'app/(studio)/leads/Steal.tsx',
    content: "import '../flows/_editor/Editor';",
  },
  { rule: 'design-system-knows-no-domain', file: 'app/_ui/Lead.tsx', content: "import '@/flows/flow';" },
  { rule: 'e2e-is-proof', file: 'e2e/shortcut.spec.ts', content: "import '@/server/effect';" },
  { rule: 'tests-are-not-the-product', file: 'server/cheat.ts', content: "import './testing/database';" },
  { rule: 'development-packages-are-not-the-product', file: 'server/dev.ts', content: "import 'vitest';" },
  { rule: 'development-packages-are-not-the-product', file: 'server/undeclared.ts', content: "import 'undeclared';" },
];

/** What the violations reach for, and what the rules must let pass: none of these may be complained about. */
export const blamelessFiles: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    type: 'module',
    dependencies: { pg: '1.0.0', zod: '1.0.0' },
    devDependencies: { vitest: '1.0.0' },
  }),
  'tsconfig.json': JSON.stringify({
    compilerOptions: { module: 'esnext', moduleResolution: 'bundler', jsx: 'react-jsx', paths: { '@/*': ['./*'] } },
  }),
  ...fakePackage('pg'),
  ...fakePackage('zod'),
  ...fakePackage('vitest'),
  ...fakePackage('undeclared'),
  'flows/flow.ts': "import 'zod'; import '@/prompts/words'; export const flow = 1;",
  'flows/flow.test.ts': "import 'vitest'; import 'node:fs'; import './flow';",
  'flows/other.ts': "import './one';",
  'prompts/words.ts': "import 'zod';",
  'prisma/client/client.ts': 'export type Row = 1;',
  'server/effect.ts': "import 'pg'; import '@/flows/flow'; export type Effect = 1;",
  'server/leads/store.ts': "import '@/prisma/client/client';",
  'server/leads/lead.ts': "import type { Row } from '@/prisma/client/client'; export type Lead = Row;",
  'server/channels/whatsapp/send.ts': "import '@/flows/flow';",
  'server/testing/database.ts': "import 'vitest';",
  'e2e/honest.spec.ts': "import '@/server/testing/database';",
  'app/_ui/Button.tsx': 'export const Button = 1;',
  'app/(studio)/flows/page.tsx': "import '@/server/effect'; import './_editor/Editor';",
  'app/(studio)/flows/_editor/Editor.tsx': "import '@/app/_ui/Button'; import './canvas/Canvas';",
  'app/(studio)/flows/_editor/canvas/Canvas.tsx':
    "import type { Effect } from '@/server/effect'; export type Canvas = Effect;",
};

function fakePackage(name: string): Record<string, string> {
  return {
    [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
    [`node_modules/${name}/index.js`]: '',
  };
}
