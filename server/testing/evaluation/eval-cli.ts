import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureTrained } from '../../understanding/ensure-trained';
import { readerFromDisk } from '../../understanding/reader-from-disk';
import { judgeReader } from './judge-reader';
import { readLabelledMessages } from './labelled-messages';
import { judgeNlpJs } from './nlp-js';
import { type Evaluation, missesOf, reportOf } from './report';
import { rate } from './score-readings';

const usage =
  'Usage: npm run nlu:eval -- FILE.jsonl … [--compare] [--misses] [--report FILE.md]\n' +
  'Each line: {"text", "language"?, "expects"?, "now"?, "expected": {"language", "script"?, "intent", "slots"?}}';

/** Scores the embedded reader on labelled messages; the last line is one JSON object with the figures. */
async function evaluate(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      compare: { type: 'boolean', default: false },
      misses: { type: 'boolean', default: false },
      report: { type: 'string' },
    },
  });
  if (positionals.length === 0) throw new Error(usage);
  const messages = positionals.flatMap(readLabelledMessages);
  if (messages.length === 0) throw new Error('There is no message in these files.');
  await ensureTrained();
  const began = performance.now();
  const { reader } = readerFromDisk();
  const loadMilliseconds = performance.now() - began;
  const judgement = judgeReader(reader, messages);
  const nlpJs = values.compare ? await judgeNlpJs(messages) : null;
  const evaluation: Evaluation = { ...judgement, loadMilliseconds, nlpJs };
  const report = reportOf(evaluation);
  if (values.report !== undefined) writeFileSync(values.report, `${report}\n`);
  console.log(report);
  if (values.misses) console.log(`\n${missesOf(evaluation)}`);
  const total = judgement.milliseconds.reduce((sum, each) => sum + each, 0);
  console.log(
    `\n${JSON.stringify({ ...rate(judgement.judged), messagesPerSecond: Math.round((messages.length / total) * 1000) })}`,
  );
}

evaluate().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
