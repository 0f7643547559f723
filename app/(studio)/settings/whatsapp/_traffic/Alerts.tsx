import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { writeTime } from '../../../_time/write-time';
import { problemOf } from '../../../_trpc/problem-of';
import { useTRPC } from '../../../_trpc/trpc';
import type { Alert } from '../whatsapp-types';

const texts = words.whatsapp.alerts;

/** What happened and is not seen to; nothing where there is nothing. */
export function Alerts(): ReactElement | null {
  const alerts = useQuery(useTRPC().whatsapp.alerts.queryOptions());
  if (alerts.isError && !alerts.data) {
    return (
      <p role="alert" className="text-sm text-danger">
        {texts.problem} {problemOf(alerts.error)}
      </p>
    );
  }
  if (!alerts.data || alerts.data.length === 0) return null;
  return (
    <section aria-labelledby="alerts">
      <h2 id="alerts" className="text-lg font-semibold">
        {texts.title}
      </h2>
      <ul className="hairlines mt-3 border-y border-line">
        {alerts.data.map((alert) => (
          <AlertRow key={alert.id} alert={alert} />
        ))}
      </ul>
    </section>
  );
}

function AlertRow({ alert }: { readonly alert: Alert }): ReactElement {
  const { id, severity, detail, account, count, openedAt } = alert;
  const trpc = useTRPC();
  const queries = useQueryClient();
  const dismissing = useMutation(
    trpc.whatsapp.dismissAlert.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.whatsapp.alerts.queryKey() }),
    }),
  );
  const told = [account, texts.since(writeTime(openedAt.toISOString())), count > 1 ? texts.times(count) : ''];
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="text-sm wrap-anywhere">
          <Badge tone={tones[severity]}>{texts.severities[severity]}</Badge> {detail}
        </p>
        <p className="mt-0.5 text-xs text-ink-faint">{told.filter((part) => part !== '').join(' · ')}</p>
        {dismissing.error === null ? null : (
          <p role="alert" className="text-sm text-danger">
            {texts.notDismissed} {problemOf(dismissing.error)}
          </p>
        )}
      </div>
      <Button onClick={() => dismissing.mutate({ id })} isBusy={dismissing.isPending}>
        {texts.dismiss}
      </Button>
    </li>
  );
}

const tones = { critical: 'danger', warning: 'mark', information: 'plain' } as const;
