import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Sheet } from '@/app/_ui/Sheet';
import { words } from '@/app/_words/en';
import { useTRPC } from '../../../../_trpc/trpc';
import { useEditor } from '../editor-context';
import type { PeoplePlan } from './flow-queries';
import { PeopleChoice } from './people/PeopleChoice';
import { TreatedPeople } from './people/TreatedPeople';
import { useRollBack } from './use-roll-back';

const texts = words.editor.versions.rollBackSheet;

type Props = { readonly version: number; readonly onClose: () => void };

/** Asks once before an older version is published again: who is in a conversation, and what becomes of them. */
export function RollBackSheet({ version, onClose }: Props): ReactElement {
  const flowId = useEditor((state) => state.flowId);
  const { data } = useQuery(useTRPC().versions.read.queryOptions({ flowId, version }));
  const [plan, setPlan] = useState<PeoplePlan>({ mode: 'stay' });
  const { rollingBack, rollBack } = useRollBack(version);
  return (
    <Sheet
      title={texts.title(version)}
      description={texts.body(version)}
      closeLabel={words.editor.versions.publishing.close}
      isOpen
      onClose={onClose}
    >
      {rollingBack.type === 'rolledBack' ? (
        <div role="status" className="flex flex-col gap-1 text-sm">
          <p className="font-semibold">{texts.done(rollingBack.result.version, version)}</p>
          <TreatedPeople treated={rollingBack.result} />
        </div>
      ) : (
        <div className="flex flex-col gap-4">
          <PeopleChoice next={data?.flow ?? null} plan={plan} onPlan={setPlan} />
          {rollingBack.type === 'ready' && rollingBack.problem !== null ? (
            <p role="alert" className="rounded-lg bg-danger-soft px-3 py-2 text-sm text-danger">
              {texts.problem}. {rollingBack.problem}
            </p>
          ) : null}
          <div className="flex flex-wrap gap-2">
            <Button look="primary" isBusy={rollingBack.type === 'rollingBack'} onClick={() => rollBack(plan)}>
              {texts.confirm(version)}
            </Button>
            <Button onClick={onClose}>{texts.cancel}</Button>
          </div>
        </div>
      )}
    </Sheet>
  );
}
