// The directions in which the folders may know each other. `npm run check` proves each rule with a planted
// violation (server/testing/check-imports.ts), because a cruiser that reads nothing finds nothing.

const fs = require('node:fs');
const path = require('node:path');

const npm = '^node_modules/';
const tests = '(\\.test\\.tsx?$|/testdata/)';

/** A rule that keeps `folder` to the listed targets. Its own files are always among them. */
function only(name, folder, allowed, comment) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: `^${folder}/`, pathNot: [tests, '/generate\\.mjs$'] },
    to: { pathNot: [`^${folder}/`, ...allowed], couldNotResolve: false },
  };
}

/** A rule for each folder, because a route's name such as (studio) is not a pattern that $1 could carry. */
function privateFolderRule(folder) {
  const owner = escapePattern(path.posix.dirname(folder));
  return {
    name: 'private-folders-belong-to-one-route',
    comment: 'A _folder serves the route beside it and what lies below; others would make it a library.',
    severity: 'error',
    from: { pathNot: `^${owner}/` },
    to: { path: `^${escapePattern(folder)}/` },
  };
}

function privateFolders(folder) {
  if (!fs.existsSync(folder)) return [];
  const folders = fs.readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.flatMap(({ name }) => {
    const inner = path.posix.join(folder, name);
    return [...(name.startsWith('_') ? [inner] : []), ...privateFolders(inner)];
  });
}

function escapePattern(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or hide a third one.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere would be invisible to all other rules.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    only(
      'prompts-are-words',
      'prompts',
      [`${npm}zod/`],
      'Words know no logic: whoever translates a text must not need to read code.',
    ),
    only(
      'flows-are-logic',
      'flows',
      ['^prompts/', `${npm}(zod|decimal\\.js|temporal-polyfill|temporal-spec|temporal-utils|libphonenumber-js)/`],
      'Flows run in Node, in the browser and in a test alike: no Node, no network, no clock, no framework.',
    ),
    {
      name: 'server-knows-no-surface',
      comment: 'Effects do not depend on who shows them.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: ['^app/', '^e2e/'] },
    },
    {
      name: 'app-reaches-server-at-its-doors',
      comment:
        'Only a page, a layout, a route or an action runs on the server; a component that imports effects ships them.',
      severity: 'error',
      from: {
        path: '^app/',
        pathNot: [
          '(^|/)(page|layout|route|loading|error|not-found|actions?|require-page)\\.tsx?$',
          '\\.actions\\.ts$',
          tests,
        ],
      },
      to: { path: ['^server/', '^prisma/'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'app-asks-the-server-not-the-database',
      comment: 'A page fetches through a procedure or a store of the server.',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: ['^prisma/', `${npm}(@prisma|pg)/`, '^server/db/'] },
    },
    {
      name: 'prisma-in-stores-only',
      comment: 'One file for each noun knows how it is stored; the rest knows what it means.',
      severity: 'error',
      from: { path: '^(server|app|flows|prompts)/', pathNot: ['(^|/)store\\.ts$', '^server/(db|testing)/', tests] },
      to: { path: ['^prisma/', `${npm}(@prisma|\\.prisma)/`], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'channels-know-no-database',
      comment: 'A channel translates between the wire and our words; what is kept is decided elsewhere.',
      severity: 'error',
      from: { path: '^server/channels/', pathNot: tests },
      to: { path: ['^server/db/', '^prisma/', `${npm}(@prisma|pg)/`, '(^|/)store\\.ts$'] },
    },
    {
      name: 'channels-know-no-other-channel',
      comment: 'Removing a channel is removing its folder and its word in the registry.',
      severity: 'error',
      from: { path: '^server/channels/([^/]+)/', pathNot: tests },
      to: { path: '^server/channels/([^/]+)/', pathNot: '^server/channels/$1/' },
    },
    ...privateFolders('app').map(privateFolderRule),
    {
      name: 'design-system-knows-no-domain',
      comment: 'app/_ui holds no domain word and fetches nothing.',
      severity: 'error',
      from: { path: '^app/_ui/', pathNot: tests },
      to: { path: ['^(server|flows|prompts|prisma)/', '^app/(?!_ui/)'] },
    },
    {
      name: 'e2e-is-proof',
      comment: 'A browser test does what a person does; what it prepares goes through server/testing.',
      severity: 'error',
      from: { path: '^e2e/' },
      to: { path: ['^(app|flows|prisma|prompts)/', '^server/(?!testing/)'] },
    },
    {
      name: 'tests-are-not-the-product',
      comment: 'What only tests need must not run at a lender.',
      severity: 'error',
      from: { path: '^(app|flows|prompts|server|instrumentation)', pathNot: [tests, '^server/testing/'] },
      to: { path: ['^server/testing/', tests] },
    },
    {
      name: 'development-packages-are-not-the-product',
      comment: '`npm ci --omit=dev` must start.',
      severity: 'error',
      from: { path: '^(app|flows|prompts|server|instrumentation)', pathNot: [tests, '^server/testing/'] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|\\.vaarta|prisma/client/internal)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
