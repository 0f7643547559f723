import { createHash } from 'node:crypto';
import type { AnalyticsFilter } from '../../../analytics/filter/analytics-filter';
import type { ListRequest } from '../../../conversations/list/list-request';
import type { LeadFilter, LeadSort } from '../../../leads/filter/lead-filter';

/** What screens ask the server, by the name under which its time is reported: the procedure and the input of each try. */
export type Question = Readonly<{ name: string; procedure: string; input: (round: number) => unknown }>;

/** What the lists, the pages and the figures of the studio ask, on `leads` generated people. */
export function questions(leads: number, nowMs: number): readonly Question[] {
  const somebody = (round: number) => ({ contactId: contactOf(1 + ((round * 7919) % leads)) });
  const list = (filter: (round: number) => LeadFilter, sort: LeadSort = byScore) => ({
    procedure: 'leads.list',
    input: (round: number) => ({ filter: filter(round), sort, after: null }),
  });
  const inbox = (change: (round: number) => Partial<ListRequest>) => ({
    procedure: 'conversations.list',
    input: (round: number) => ({ ...everything, ...change(round) }),
  });
  const figures = (procedure: string, more: object = {}) => ({
    procedure,
    input: () => ({ filter: lastDays(nowMs), ...more }),
  });
  return [
    { name: 'leads', ...list(() => ({})) },
    { name: 'leads by what is next', ...list(() => ({}), { by: 'nextAction', order: 'ascending' }) },
    { name: 'leads by amount', ...list(() => ({}), { by: 'loanAmount', order: 'descending' }) },
    { name: 'leads filtered', ...list((round) => ({ cities: [at(cities, round)], bands: ['hot'], window: 'closed' })) },
    { name: 'leads asked for a person', ...list(() => ({ conversationStatuses: ['requested'] })) },
    { name: 'search a name', ...list((round) => ({ search: at(namesAsked, round) })) },
    { name: 'search a number', ...list((round) => ({ search: `+91 ${7_000_000_000 + 1 + ((round * 31) % leads)}` })) },
    { name: 'search a rare word', ...list((round) => ({ search: `ref${1 + ((round * 271) % leads)}` })) },
    { name: 'search a common word', ...list((round) => ({ search: at(wordsAsked, round) })) },
    { name: 'board', procedure: 'leads.board', input: () => ({ filter: {} }) },
    {
      name: 'board filtered',
      procedure: 'leads.board',
      input: (round) => ({ filter: { cities: [at(cities, round)] } }),
    },
    { name: 'lead', procedure: 'leads.read', input: somebody },
    { name: 'timeline', procedure: 'leads.timeline', input: (round) => ({ ...somebody(round), before: null }) },
    { name: 'inbox, all', ...inbox(() => ({})) },
    { name: 'inbox, needs a human', ...inbox(() => ({ queue: 'needsHuman', sort: 'slaFirst' })) },
    { name: 'inbox, bot', ...inbox(() => ({ queue: 'bot' })) },
    { name: 'inbox, search', ...inbox((round) => ({ search: at(namesAsked, round) })) },
    { name: 'inbox counts', procedure: 'conversations.counts', input: () => undefined },
    { name: 'thread', procedure: 'conversations.read', input: (round) => ({ ...somebody(round), before: null }) },
    { name: 'overview', ...figures('analytics.overview') },
    { name: 'funnel', ...figures('analytics.funnel', { flowId: 'loan-against-property', version: 1 }) },
    { name: 'questions', ...figures('analytics.questions') },
    { name: 'handovers', ...figures('analytics.handovers') },
    { name: 'cost', ...figures('analytics.cost') },
    { name: 'list behind a number', ...figures('analytics.list', { list: 'reached', key: 'property_details' }) },
  ];
}

/** The contact that the generated person of this number is. */
export function contactOf(number: number): string {
  const hex = createHash('md5').update(`contact${number}`).digest('hex');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
}

const byScore: LeadSort = { by: 'score', order: 'descending' };
const everything: ListRequest = {
  queue: 'all',
  search: null,
  languages: [],
  bands: [],
  unreadOnly: false,
  sort: 'newest',
  after: null,
};
const cities = ['Bengaluru', 'Chennai', 'Hyderabad', 'Pune', 'Lucknow'];
const namesAsked = ['Asha', 'सुनीता', 'ಲಕ್ಷ್ಮೀ', 'முருகன்', 'వెంకట', 'Priya Shah', 'मंजु', 'Fernandes 17'];
const wordsAsked = ['loan', 'लोन', 'ಸಾಲ', 'கடன்', 'లోన్', 'interest rate'];

function at(values: readonly string[], round: number): string {
  return values[round % values.length] ?? '';
}

/** The screen's own choice at first: thirty days. */
function lastDays(nowMs: number): Pick<AnalyticsFilter, 'from' | 'until'> {
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  return { from: day(nowMs - 29 * 86_400_000), until: day(nowMs) };
}
