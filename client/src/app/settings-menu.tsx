import { ActionIcon, type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core';
import { Monitor, Moon, Settings, Sun } from 'lucide-react';
import { useState } from 'react';
import { areSingleKeysOn, keepSingleKeys } from '../lib/single-keys.ts';

const schemes = [
  { value: 'auto', words: 'System', Icon: Monitor },
  { value: 'light', words: 'Light', Icon: Sun },
  { value: 'dark', words: 'Dark', Icon: Moon },
] as const;

/** Choices that stay in this browser: the colour scheme, and whether single keys do things. */
export function SettingsMenu() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [hasSingleKeys, setHasSingleKeys] = useState(areSingleKeysOn);

  function switchSingleKeys(isOn: boolean): void {
    keepSingleKeys(isOn ? 'on' : 'off');
    setHasSingleKeys(isOn);
  }

  return (
    <Menu position="bottom-end" shadow="md" width={232} withinPortal={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label="Settings" title="Settings">
          <Settings size={20} aria-hidden color="var(--text-muted)" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(value) => setColorScheme(value as MantineColorScheme)}
        >
          <Menu.Label>Theme</Menu.Label>
          {schemes.map(({ value, words, Icon }) => (
            <Menu.RadioItem key={value} value={value} rightSection={<Icon size={16} aria-hidden />}>
              {words}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.CheckboxItem checked={hasSingleKeys} onChange={switchSingleKeys}>
          Single-key shortcuts
        </Menu.CheckboxItem>
      </Menu.Dropdown>
    </Menu>
  );
}
