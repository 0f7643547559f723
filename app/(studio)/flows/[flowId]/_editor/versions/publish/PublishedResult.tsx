import { CircleCheck, Undo2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import type { Published } from '../flow-queries';
import { TreatedPeople } from '../people/TreatedPeople';
import { useRollBack } from '../use-roll-back';

const texts = words.editor.versions.publishing;

type Props = {
  readonly result: Published;
  /** The version that was live before; null when there was none. */
  readonly before: number | null;
};

/** What is live now, what became of the people, and the way back. */
export function PublishedResult({ result, before }: Props): ReactElement {
  const warnings = result.warnings.filter(({ severity }) => severity === 'warning').length;
  return (
    <div className="flex flex-col items-start gap-2 py-2">
      <div role="status">
        <p className="flex items-center gap-2 text-base font-semibold">
          <CircleCheck aria-hidden className="size-5 shrink-0 text-accent" />
          {texts.done(result.version)}
        </p>
        <p className="text-sm text-ink-soft">{texts.doneBody}</p>
        <TreatedPeople treated={result} />
        {warnings > 0 ? <p className="text-sm text-ink-soft">{texts.warnings(warnings)}</p> : null}
      </div>
      {before === null ? null : <WayBack version={before} />}
    </div>
  );
}

function WayBack({ version }: { readonly version: number }): ReactElement {
  const { rollingBack, rollBack } = useRollBack(version);
  if (rollingBack.type === 'rolledBack') {
    return (
      <div role="status">
        <p className="text-sm font-medium">
          {words.editor.versions.rollBackSheet.done(rollingBack.result.version, version)}
        </p>
        <TreatedPeople treated={rollingBack.result} />
      </div>
    );
  }
  return (
    <>
      {rollingBack.type === 'ready' && rollingBack.problem !== null ? (
        <p role="alert" className="text-sm text-danger">
          {rollingBack.problem}
        </p>
      ) : null}
      <Button isBusy={rollingBack.type === 'rollingBack'} onClick={() => rollBack({ mode: 'stay' })}>
        <Undo2 aria-hidden className="size-4" />
        {texts.rollBackTo(version)}
      </Button>
    </>
  );
}
