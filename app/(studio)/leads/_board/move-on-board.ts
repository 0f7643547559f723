import type { LeadStage } from '@/server/leads/lead-stage';
import type { BoardColumn, Lead } from '../lead-types';

/** The board with a lead in another stage, at its top, as it will be once the server agrees. */
export function moveOnBoard(board: readonly BoardColumn[], lead: Lead, to: LeadStage, now: Date): BoardColumn[] {
  const amount = lead.loanAmount ?? 0;
  return board.map((column) => {
    const others = column.rows.filter(({ contactId }) => contactId !== lead.contactId);
    if (column.stage === to) {
      const moved = { ...lead, stage: to, stageAt: now.toISOString() };
      return { ...column, rows: [moved, ...others], ...counted(column, 1, amount) };
    }
    return column.stage === lead.stage ? { ...column, rows: others, ...counted(column, -1, -amount) } : column;
  });
}

function counted({ count, sumLoanInr }: BoardColumn, leads: number, amount: number) {
  return { count: { ...count, count: Math.max(0, count.count + leads) }, sumLoanInr: Math.max(0, sumLoanInr + amount) };
}
