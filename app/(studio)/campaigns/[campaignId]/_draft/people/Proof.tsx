import type { ReactElement } from 'react';
import { Checkbox } from '@/app/_ui/Checkbox';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import type { ImportProof } from '@/server/campaigns/imports/import-mapping';
import { useMe } from '../../../../_me/use-me';

const texts = words.campaigns.import;

/** As long as the server takes it. */
const LONGEST_HOW = 300;

/** What is being written of how these people agreed; null where nobody says that they did. */
export type ProofDraft = Pick<ImportProof, 'how' | 'agreedOn'> | null;

type Props = { readonly proof: ProofDraft; readonly onChange: (proof: ProofDraft) => void };

/** How the people of a list agreed to be written to. */
export function Proof({ proof, onChange }: Props): ReactElement {
  const { name } = useMe();
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="text-sm font-semibold">{texts.proofTitle}</legend>
      <p className="text-sm text-ink-soft">{texts.proofBody}</p>
      <Checkbox
        label={texts.hasProof}
        body={texts.hasProofBody}
        isChecked={proof !== null}
        onChange={(isChecked) => onChange(isChecked ? { how: '', agreedOn: '' } : null)}
      />
      {proof === null ? null : (
        <div className="grid gap-3 sm:grid-cols-[2fr_1fr]">
          <TextField
            label={texts.proofHow}
            value={proof.how}
            maxLength={LONGEST_HOW}
            placeholder={texts.proofHowPlaceholder}
            onChange={(event) => onChange({ ...proof, how: event.target.value })}
          />
          <TextField
            label={texts.proofWhen}
            type="date"
            value={proof.agreedOn}
            onChange={(event) => onChange({ ...proof, agreedOn: event.target.value })}
          />
          <p className="text-sm text-ink-soft sm:col-span-2">{texts.proofBy(name)}</p>
        </div>
      )}
    </fieldset>
  );
}

/** The proof as the server takes it; undefined while something of it is missing. */
export function finishedProof(proof: ProofDraft): NonNullable<ProofDraft> | null | undefined {
  if (proof === null) return null;
  const how = proof.how.trim();
  return how.length < 3 || proof.agreedOn === '' ? undefined : { how, agreedOn: proof.agreedOn };
}
