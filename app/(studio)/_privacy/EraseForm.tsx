import { type FormEvent, type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Checkbox } from '@/app/_ui/Checkbox';
import { RadioGroup } from '@/app/_ui/RadioGroup';
import { words } from '@/app/_words/en';
import type { EraseReason } from '@/server/privacy/erasures/erasure';

const texts = words.privacy.erase;

type Props = {
  readonly isBusy: boolean;
  readonly problem: string | null;
  readonly onErase: (reason: EraseReason) => void;
};

/** Why, and whether they are sure. */
export function EraseForm({ isBusy, problem, onErase }: Props): ReactElement {
  const [reason, setReason] = useState<EraseReason>('asked');
  const [isSure, setIsSure] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isSure) onErase(reason);
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4 pt-2">
      <RadioGroup label={texts.reason} options={reasons} value={reason} onChange={setReason} />
      <Checkbox label={texts.sure} body={texts.sureBody} isChecked={isSure} onChange={setIsSure} />
      {problem === null ? null : (
        <p role="alert" className="text-sm text-danger wrap-anywhere">
          {texts.notErased} {problem}
        </p>
      )}
      <Button type="submit" isBusy={isBusy} disabled={!isSure} className="self-end text-danger">
        {texts.submit}
      </Button>
    </form>
  );
}

const reasons = (['asked', 'consentWithdrawn', 'noLongerNeeded'] as const satisfies readonly EraseReason[]).map(
  (value) => ({ value, ...texts.reasons[value] }),
);
