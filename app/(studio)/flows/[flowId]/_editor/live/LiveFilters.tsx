import type { ReactElement } from 'react';
import { Select } from '@/app/_ui/Select';
import { words } from '@/app/_words/en';
import { channels, type LiveSettings, periods } from './live-settings';
import type { VersionSummary } from './live-types';

const texts = words.editor.live;

type Props = {
  readonly settings: LiveSettings;
  readonly version: number;
  readonly versions: readonly VersionSummary[];
  readonly onSettings: (settings: LiveSettings) => void;
  readonly onVersion: (version: number) => void;
};

/** What is counted: which days, which channel, and always one version alone. */
export function LiveFilters({ settings, version, versions, onSettings, onVersion }: Props): ReactElement {
  const shown = [...versions.map((one) => [one.version, one.isActive] as const), [0, false] as const];
  return (
    <div className="grid grid-cols-3 gap-2 border-b border-line p-3">
      <Select
        label={texts.period}
        value={String(settings.days)}
        options={periods.map((days) => ({ value: String(days), label: texts.periods[days] }))}
        onChange={(value) => {
          const days = periods.find((one) => String(one) === value);
          if (days) onSettings({ ...settings, days });
        }}
      />
      <Select
        label={texts.channel}
        value={settings.channel}
        options={channels.map((channel) => ({ value: channel, label: texts.channels[channel] }))}
        onChange={(channel) => onSettings({ ...settings, channel })}
      />
      <Select
        label={texts.version}
        value={String(version)}
        options={shown.map(([one, isActive]) => ({ value: String(one), label: texts.versionName(one, isActive) }))}
        onChange={(value) => onVersion(Number(value))}
      />
    </div>
  );
}
