'use client';

import type { ReactElement } from 'react';
import { Sheet } from '@/app/_ui/Sheet';
import { words } from '@/app/_words/en';
import type { CommandGroupId } from './command';
import { commands } from './commands';
import { Keys } from './Keys';

const texts = words.editor.commands.keys;
const groups: readonly CommandGroupId[] = ['edit', 'select', 'view', 'arrange', 'panels'];

type Props = { readonly isOpen: boolean; readonly onClose: () => void };

/** Every key of the editor. */
export function KeySheet({ isOpen, onClose }: Props): ReactElement {
  return (
    <Sheet
      title={texts.title}
      description={texts.description}
      closeLabel={words.close}
      isOpen={isOpen}
      onClose={onClose}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: there is nothing else in it by which keys could scroll it */}
      <section aria-label={texts.title} tabIndex={0}>
        {groups.map((group) => (
          <section key={group} aria-label={texts.groups[group]} className="mb-4">
            <h3 className="mb-1 text-xs font-medium text-ink-faint">{texts.groups[group]}</h3>
            <dl className="hairlines">
              {commands
                .filter((command) => command.group === group && command.keys !== undefined)
                .map(({ id, title, keys: [first = ''] = [] }) => (
                  <div key={id} className="flex items-center justify-between gap-4 py-1.5 text-sm">
                    <dt>{title}</dt>
                    <dd>
                      <Keys keys={first} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </section>
    </Sheet>
  );
}
