import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core';
import type { Setting } from '../../lib/setting.ts';
import { densitySetting, singleKeysSetting, timeZoneSetting } from '../../lib/settings.ts';
import { useSetting } from '../../lib/use-setting.ts';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import styles from './settings.module.css';

/** The reader's choices. Each counts at once and stays in this browser. */
export function SettingsForm() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div className={styles.form}>
      <ChoiceGroup<MantineColorScheme>
        label="Theme"
        choices={schemes}
        value={colorScheme}
        onChange={setColorScheme}
      />
      <SettingChoice label="Density" setting={densitySetting} choices={densities} />
      <SettingChoice label="Times" setting={timeZoneSetting} choices={zones} />
      <SettingChoice label="Single-key shortcuts" setting={singleKeysSetting} choices={switches} />
    </div>
  );
}

const schemes = [
  { value: 'auto', words: 'System', detail: 'as this device is set' },
  { value: 'light', words: 'Light' },
  { value: 'dark', words: 'Dark' },
] as const;

const densities = [
  { value: 'comfortable', words: 'Comfortable', detail: '44 px rows' },
  { value: 'compact', words: 'Compact', detail: '36 px rows' },
] as const;

const zones = [
  { value: 'local', words: 'Local', detail: 'the time of this device' },
  { value: 'utc', words: 'UTC', detail: 'as Zoom files recordings by month' },
] as const;

const switches = [
  { value: 'on', words: 'On' },
  { value: 'off', words: 'Off', detail: 'for speech input; Ctrl or ⌘ with K still opens the palette' },
] as const;

interface SettingChoiceProps<T extends string> {
  label: string;
  setting: Setting<T>;
  choices: readonly { value: T; words: string; detail?: string }[];
}

function SettingChoice<T extends string>({ label, setting, choices }: SettingChoiceProps<T>) {
  return <ChoiceGroup label={label} choices={choices} value={useSetting(setting)} onChange={setting.keep} />;
}
