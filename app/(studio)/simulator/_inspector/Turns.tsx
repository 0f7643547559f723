import type { ReactElement } from 'react';
import type { Flow } from '@/flows/schema/flow';
import type { ChatMessage, Focus, Turn } from '../conversation-types';
import { TurnCard } from './TurnCard';

type Props = {
  readonly turns: readonly Turn[];
  readonly messages: readonly ChatMessage[];
  readonly flow: Flow | undefined;
  readonly openTurnId: string | null;
  readonly onFocus: (focus: Focus) => void;
};

/** Every turn with what was understood and what followed, the newest first. */
export function Turns({ turns, messages, flow, openTurnId, onFocus }: Props): ReactElement {
  return (
    <ol reversed className="hairlines">
      {turns.toReversed().map((turn) => (
        <TurnCard
          key={turn.id}
          turn={turn}
          messages={messages}
          flow={flow}
          isOpen={turn.id === openTurnId}
          onFocus={onFocus}
        />
      ))}
    </ol>
  );
}
