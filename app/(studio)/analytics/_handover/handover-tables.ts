import { words } from '@/app/_words/en';
import { writeCount } from '../../_figures/write-figure';
import { sayCode } from '../../_reading/say-code';
import type { FigureTable } from '../_chart/figure-table';
import { writePart } from '../_shared/write-part';
import { writeSpan } from '../_shared/write-span';
import type { Handovers } from '../analytics-types';

const texts = words.analytics.handover;
const askedBy: Readonly<Record<string, string>> = texts.askedBy;
const outcomeNames: Readonly<Record<string, string>> = words.leadsShared.outcomes;

/** Who asked for a person, and why. */
export function reasonTable(reasons: Handovers['reasons'], asked: number): FigureTable {
  return {
    columns: [texts.reason, texts.count, texts.share],
    rows: reasons.map(({ askedBy: who, reason, count }) => {
      const name = [askedBy[who] ?? sayCode(who), ...(reason === '' || reason === who ? [] : [sayCode(reason)])].join(
        ': ',
      );
      return {
        key: `${who}:${reason}`,
        cells: [
          { text: name },
          { text: writeCount(count), value: count, list: { list: 'handover', key: `${who}:${reason}`, title: name } },
          { text: writePart(count, asked) },
        ],
      };
    }),
  };
}

/** How those ended that were closed. */
export function outcomeTable(outcomes: Handovers['outcomes']): FigureTable {
  const closed = outcomes.reduce((sum, { count }) => sum + count, 0);
  return {
    columns: [texts.outcome, texts.count, texts.share],
    rows: outcomes.map(({ outcome, count }) => {
      const name = outcomeNames[outcome] ?? sayCode(outcome);
      return {
        key: outcome,
        cells: [
          { text: name },
          { text: writeCount(count), value: count, list: { list: 'handoverOutcome', key: outcome, title: name } },
          { text: writePart(count, closed) },
        ],
      };
    }),
  };
}

/** Each officer's takings, times and load. */
export function officerTable(officers: Handovers['officers']): FigureTable {
  return {
    columns: [texts.officer, texts.takenBy, texts.answeredBy, texts.toAnswer, texts.open],
    rows: officers.map(({ id, name, taken, answered, toAnswer, open, mostOpen }) => {
      const answeredBy = { list: 'handoverOfficerAnswered', key: id, title: `${name}: ${texts.answeredBy}` } as const;
      return {
        key: id,
        cells: [
          { text: name },
          { text: writeCount(taken), value: taken, list: { list: 'handoverOfficer', key: id, title: name } },
          { text: writeCount(answered), value: answered, list: answeredBy },
          { text: writeSpan(toAnswer.p50Ms), ...(toAnswer.p50Ms === null ? {} : { list: answeredBy }) },
          {
            text: texts.openOf(writeCount(open), writeCount(mostOpen)),
            ...(open === 0 ? {} : { list: { list: 'officerOpen', key: id, title: `${name}: ${texts.open}` } as const }),
          },
        ],
      };
    }),
  };
}
