import { ActionIcon, type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Keyboard, Monitor, Moon, Settings, Sun } from 'lucide-react';
import { singleKeysSetting } from '../lib/settings.ts';
import { useSetting } from '../lib/use-setting.ts';
import { KeyCaps } from '../ui/key-caps.tsx';
import { useOpenDialog } from './open-dialog.ts';

const schemes = [
  { value: 'auto', words: 'System', Icon: Monitor },
  { value: 'light', words: 'Light', Icon: Sun },
  { value: 'dark', words: 'Dark', Icon: Moon },
] as const;

/** Choices that stay in this browser: the colour scheme, and whether single keys do things. */
export function SettingsMenu() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const hasSingleKeys = useSetting(singleKeysSetting) === 'on';
  const openDialog = useOpenDialog();

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
        <Menu.CheckboxItem
          checked={hasSingleKeys}
          onChange={(isOn) => singleKeysSetting.keep(isOn ? 'on' : 'off')}
        >
          Single-key shortcuts
        </Menu.CheckboxItem>
        <Menu.Divider />
        <Menu.Item
          leftSection={<Keyboard size={16} aria-hidden />}
          rightSection={<KeyCaps name="?" />}
          onClick={() => openDialog('help')}
        >
          Keyboard help
        </Menu.Item>
        <Menu.Item leftSection={<Settings size={16} aria-hidden />} component={Link} to="/settings">
          All settings
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
