import { readdirSync, readFileSync } from 'node:fs';
import { ensureTrained } from '../ensure-trained';

await ensureTrained();
const { loadReader } = await import('@/flows/understanding/load-reader');

import { rate, slotMissesOf } from './score-readings';

const set = process.argv[2] ?? 'development';
const show = process.argv[3] ?? '';
const only = process.argv[4] ?? '';
const r = loadReader();
const all: any[] = [];
const dir = `flows/understanding/testdata/held-out/${set}/`;
for (const f of readdirSync(dir)) {
  if (only && !f.startsWith(only)) continue;
  const js = readFileSync(dir + f, 'utf8')
    .trim()
    .split('\n')
    .map((l) => JSON.parse(l))
    .map((l) => {
      const u = r.understand([{ messageId: 'm', text: l.text }], {
        language: l.language,
        expects: l.expects ?? [],
        now: l.now ?? '2026-11-26T11:00:00+05:30',
        timezone: 'Asia/Kolkata',
      });
      const slots = Object.fromEntries(Object.entries(u.slots).map(([k, v]) => [k, v.value]));
      return { id: l.id, text: l.text, expected: l.expected, expects: l.expects, actual: { ...u, slots }, u };
    });
  all.push(...js);
  const x = rate(js);
  console.log(
    f.padEnd(18),
    'int',
    (x.intentAccuracy * 100).toFixed(1),
    'f1',
    (x.macroF1 * 100).toFixed(1),
    'lang',
    (x.languageAccuracy * 100).toFixed(1),
    'slotP/R/F',
    (x.slotPrecision * 100).toFixed(1),
    (x.slotRecall * 100).toFixed(1),
    (x.slotF1 * 100).toFixed(1),
    'sent',
    (x.sentimentAccuracy * 100).toFixed(0),
  );
}
const x = rate(all);
console.log(
  'ALL',
  'int',
  (x.intentAccuracy * 100).toFixed(1),
  'f1',
  (x.macroF1 * 100).toFixed(1),
  'lang',
  (x.languageAccuracy * 100).toFixed(1),
  'slotP/R/F',
  (x.slotPrecision * 100).toFixed(1),
  (x.slotRecall * 100).toFixed(1),
  (x.slotF1 * 100).toFixed(1),
  'sent',
  (x.sentimentAccuracy * 100).toFixed(0),
);
if (show.includes('i'))
  for (const j of all)
    if (j.expected.intent !== j.actual.intent)
      console.log(
        `${j.id}\t${j.expected.intent} > ${j.actual.intent} ${j.u.confidence} [${j.u.evidence.rule ?? ''}] (${j.u.evidence.concepts})\t${j.text}${j.expects ? ' ?' + j.expects : ''}`,
      );
if (show.includes('s'))
  for (const m of slotMissesOf(all))
    console.log(`${m.id}\t${m.slot}: want ${JSON.stringify(m.expected)} got ${JSON.stringify(m.actual)}\t${m.text}`);
if (show.includes('l'))
  for (const j of all)
    if (j.expected.language !== j.actual.language || j.expected.script !== j.actual.script)
      console.log(
        `${j.id}\t${j.expected.language}-${j.expected.script} > ${j.actual.language}-${j.actual.script}\t${j.text}`,
      );
