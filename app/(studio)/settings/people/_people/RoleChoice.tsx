import type { ReactElement } from 'react';
import { RadioGroup } from '@/app/_ui/RadioGroup';
import { words } from '@/app/_words/en';
import type { Role } from '@/server/auth/actor';

type Props = { readonly label: string; readonly role: Role; readonly onChange: (role: Role) => void };

/** What somebody may do, each role with its line. */
export function RoleChoice({ label, role, onChange }: Props): ReactElement {
  return <RadioGroup label={label} options={options} value={role} onChange={onChange} />;
}

const options = (['officer', 'viewer', 'owner'] as const satisfies readonly Role[]).map((value) => ({
  value,
  ...words.roles[value],
}));
