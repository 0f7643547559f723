'use client';

import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { type ReactElement, useState, useSyncExternalStore } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../../_trpc/problem-of';
import { useTRPC } from '../../../../_trpc/trpc';
import { useEditor, useEditorStore } from '../editor-context';
import { noSelection, type Selection } from '../selection';
import { LiveFilters } from './LiveFilters';
import { keptLiveSettings } from './live-settings';
import { ReplayView } from './replay/ReplayView';
import { type TrafficPart, TrafficView } from './traffic/TrafficView';
import { useTrafficLight } from './traffic/use-traffic-light';

const texts = words.editor.live;

/** What real conversations did: how many went where, where they were lost, and each one's way step by step. */
export function LivePanel(): ReactElement {
  const trpc = useTRPC();
  const flowId = useEditor((state) => state.flowId);
  const versions = useQuery(trpc.versions.list.queryOptions({ flowId }));
  if (versions.isPending) return <Spinner label={texts.loading} className="p-8 text-sm text-ink-soft" />;
  if (versions.isError) return <Problem error={versions.error} onRetry={() => void versions.refetch()} />;
  const published = versions.data.find(({ isActive }) => isActive)?.version ?? 0;
  return <Live published={published} versions={versions.data} />;
}

type LiveProps = {
  /** The version that new sessions run, 0 when there is none. */
  readonly published: number;
  readonly versions: Parameters<typeof LiveFilters>[0]['versions'];
};

/** A conversation that is replayed, and what was selected when it was opened. */
type Replayed = Readonly<{ sessionId: string; from: Selection }>;

function Live({ published, versions }: LiveProps): ReactElement {
  const trpc = useTRPC();
  const store = useEditorStore();
  const { flowId } = store.getState();
  const settings = useSyncExternalStore(
    keptLiveSettings.subscribe,
    keptLiveSettings.read,
    keptLiveSettings.readOnServer,
  );
  const [version, setVersion] = useState(published);
  const [part, setPart] = useState<TrafficPart>('states');
  const [replayed, setReplayed] = useState<Replayed | null>(null);
  const asked = { flowId, version, ...settings };
  const traffic = useQuery(trpc.live.traffic.queryOptions(asked));
  useTrafficLight(replayed === null ? traffic.data : undefined);
  const replay = (sessionId: string): void => {
    const { selection: from, select } = store.getState();
    // What is selected would stand out before the way that is replayed.
    select(noSelection);
    setReplayed({ sessionId, from });
  };
  if (replayed !== null) {
    const back = (): void => {
      store.getState().select(replayed.from);
      setReplayed(null);
    };
    return <ReplayView {...replayed} onBack={back} />;
  }
  return (
    <section aria-label={texts.label} className="flex min-h-full flex-col">
      <LiveFilters
        settings={settings}
        version={version}
        versions={versions}
        onSettings={keptLiveSettings.write}
        onVersion={setVersion}
      />
      {traffic.isPending ? <Spinner label={texts.loading} className="p-8 text-sm text-ink-soft" /> : null}
      {traffic.isError ? <Problem error={traffic.error} onRetry={() => void traffic.refetch()} /> : null}
      {traffic.data ? (
        <TrafficView asked={asked} traffic={traffic.data} part={part} onPart={setPart} onReplay={replay} />
      ) : null}
    </section>
  );
}

type ProblemProps = { readonly error: unknown; readonly onRetry: () => void };

function Problem({ error, onRetry }: ProblemProps): ReactElement {
  return (
    <Notice
      icon={TriangleAlert}
      kind="problem"
      title={texts.problem}
      action={<Button onClick={onRetry}>{words.problem.retry}</Button>}
    >
      {problemOf(error)}
    </Notice>
  );
}
