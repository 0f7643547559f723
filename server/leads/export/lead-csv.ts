import Papa from 'papaparse';
import type { LeadRow } from '../lead-view';

const columns: readonly (readonly [name: string, of: (lead: LeadRow) => string | number | null])[] = [
  ['Name', (lead) => lead.name],
  ['Phone', (lead) => lead.phone],
  ['Language', (lead) => lead.language],
  ['Channel', (lead) => lead.channel],
  ['Score', (lead) => lead.score],
  ['Band', (lead) => lead.band],
  ['Stage', (lead) => lead.stage],
  ['In stage since', (lead) => lead.stageAt],
  ['City', (lead) => lead.city],
  ['Property type', (lead) => lead.propertyType],
  ['Property value (INR)', (lead) => lead.propertyValue],
  ['Loan amount (INR)', (lead) => lead.loanAmount],
  ['Purpose', (lead) => lead.purpose],
  ['Monthly income (INR)', (lead) => lead.income],
  ['Officer', (lead) => lead.assignee?.name ?? null],
  ['Source', (lead) => lead.source],
  ['Outcome', (lead) => lead.outcome],
  ['Tags', (lead) => lead.tags.join(', ')],
  ['Next action', (lead) => lead.nextActionAt],
  ['Last message', (lead) => lead.lastMessageAt],
  ['Opted out', (lead) => (lead.optedOut ? 'yes' : 'no')],
  ['Created', (lead) => lead.createdAt],
];

/** The byte order mark by which spreadsheets know UTF-8, and the names of the columns. */
export function csvHead(): string {
  return `\uFEFF${csvLines([columns.map(([name]) => name)])}`;
}

/** Leads as lines of the file. */
export function csvRows(leads: readonly LeadRow[]): string {
  return leads.length === 0 ? '' : csvLines(leads.map((lead) => columns.map(([, of]) => of(lead))));
}

/** Also before a line break, at which the library's own pattern gives up. */
const formulaStart = /^[=+\-@\t\r\n\0]/;

/** What would begin a formula is written as text: a customer's name must not be carried out by a spreadsheet. */
function csvLines(lines: readonly (readonly (string | number | null)[])[]): string {
  const rows = lines.map((cells) => cells.map((cell) => cell ?? ''));
  return `${Papa.unparse(rows, { escapeFormulae: formulaStart, newline: '\r\n' })}\r\n`;
}
