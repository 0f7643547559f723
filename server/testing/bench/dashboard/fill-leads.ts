import type pg from 'pg';
import { identityColumns } from '@/server/contacts/identity-columns';
import { sealText } from '@/server/sealing/seal-column';
import { sealedMessage } from '@/server/sealing/sealed-message';
import { withDatabase } from '../with-database';
import { copies, fillSql } from './fill-sql';
import type { Models } from './play-models';

/** People at a time: one statement writes twenty messages of each. */
const BATCH = 5_000;

export type Crowd = Readonly<{ leads: number; messagesEach: number }>;

/**
 * Makes `leads` people of the model conversations, with their messages, turns, leads, handovers and follow-ups over the last 90
 * days. The same number makes the same people.
 */
export async function fillLeads(databaseUrl: string, models: Models, crowd: Crowd): Promise<void> {
  await withDatabase(databaseUrl, async (db) => {
    await db.query("SET statement_timeout = 0; SET synchronous_commit = off; SET work_mem = '128MB'");
    await makePeople(db, models, crowd.leads);
    await db.query('DROP INDEX messages_tokens_idx'); // built at once it takes a fraction of the time
    for (let from = 1; from <= crowd.leads; from += BATCH) {
      const range = [from, Math.min(crowd.leads, from + BATCH - 1)] as const;
      for (const copy of copies) {
        await db.query({
          ...patiently(fillSql[copy]),
          values: [...range, ...(await sealedValues(db, copy, range, crowd))],
        });
      }
      if ((from - 1) % (BATCH * 4) === 0) console.log(`· ${range[1]} leads of ${crowd.leads}`);
    }
    await db.query(patiently('CREATE INDEX "messages_tokens_idx" ON "messages" USING gin ("tokens")'));
    await db.query('DROP TABLE bench_people');
    await db.query(patiently('VACUUM ANALYZE'));
  });
}

type Range = readonly [from: number, to: number];

/** What a copy needs besides its range: what only the server can seal. */
async function sealedValues(
  db: pg.Client,
  copy: (typeof copies)[number],
  range: Range,
  { messagesEach }: Crowd,
): Promise<readonly unknown[]> {
  switch (copy) {
    case 'contacts':
      return [JSON.stringify(await identities(db, range))];
    case 'messages':
      return [messagesEach, JSON.stringify(ownWords(range, messagesEach))];
    case 'handovers':
      return [sealText('handovers.summary', 'Wants to talk to a person')];
    case 'followUps':
      return [sealText('follow_ups.summary', 'Asked to be written to again')];
    default:
      return [];
  }
}

async function identities(db: pg.Client, range: Range): Promise<readonly unknown[]> {
  const { rows } = await db.query<{ n: number; name: string }>(
    'SELECT n, name FROM bench_people WHERE n BETWEEN $1 AND $2',
    [...range],
  );
  return rows.map(({ n, name }) => ({ n, ...identityColumns({ phone: `+91${7_000_000_000 + n}`, name }) }));
}

/** Some of everybody's messages have a word that nobody else writes: what a rare word is searched by. */
function ownWords([from, to]: Range, messagesEach: number): readonly unknown[] {
  const places = Array.from({ length: messagesEach }, (_, at) => at + 1).filter((i) => i % 10 === 3);
  const people = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  return people.flatMap((n) => {
    const content = { type: 'text', text: `My reference is ref${n}, please tell me what the loan will cost.` };
    return places.map((nth) => ({ n, nth, ...sealedMessage(content) }));
  });
}

function patiently(text: string): pg.QueryConfig & { readonly query_timeout: number } {
  return { text, query_timeout: 1_800_000 };
}

async function makePeople(db: pg.Client, models: Models, leads: number): Promise<void> {
  const languages = [...models.keys()];
  if (languages.length !== names.length) throw new Error('There must be one model in each of five languages.');
  await db.query(fillSql.people, [leads, languages, [...models.values()], JSON.stringify(names), cities]);
  await db.query(fillSql.peopleKey);
}

/** In the order of the models: English, Hindi, Kannada, Tamil, Telugu. */
const names = [
  ['Asha Menon', 'John Fernandes', 'Priya Shah', 'Imran Khan'],
  ['सुनीता शर्मा', 'राजेश वर्मा', 'अनिल गुप्ता', 'कविता सिंह'],
  ['ಲಕ್ಷ್ಮೀ ಗೌಡ', 'ಮಂಜುನಾಥ ಶೆಟ್ಟಿ', 'ಸವಿತಾ ರಾವ್', 'ಬಸವರಾಜ ಪಾಟೀಲ'],
  ['முருகன் செல்வம்', 'கவிதா ராஜன்', 'செந்தில் குமார்', 'மீனா சுப்ரமணியன்'],
  ['వెంకట రెడ్డి', 'సుజాత నాయుడు', 'రమేష్ బాబు', 'పద్మ చౌదరి'],
];

const cities = [
  ...[
    'Bengaluru',
    'Mysuru',
    'Hubballi',
    'Chennai',
    'Coimbatore',
    'Madurai',
    'Hyderabad',
    'Vijayawada',
    'Visakhapatnam',
  ],
  ...['Mumbai', 'Pune', 'Nagpur', 'Delhi', 'Lucknow', 'Jaipur', 'Indore', 'Kochi', 'Ahmedabad', 'Surat', 'Mangaluru'],
];
