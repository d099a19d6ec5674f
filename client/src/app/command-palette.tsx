import { useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Palette, type PaletteCommand } from '../features/palette/palette.tsx';
import { monthOf } from '../lib/month.ts';
import { monthsQuery } from '../lib/months-query.ts';
import { useSelection } from '../lib/selection/use-selection.ts';
import { densitySetting } from '../lib/settings.ts';
import { useSetting } from '../lib/use-setting.ts';
import { monthCommands } from './month-commands.ts';
import { useOpenDialog } from './open-dialog.ts';
import { useGoToMonth } from './use-go-to-month.ts';
import { useRefreshShown } from './use-refresh-shown.ts';

/** Everything that can be done from anywhere, found by typing. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const places = usePlaceCommands();
  const actions = useActionCommands();
  const { data: months = [] } = useQuery(monthsQuery());
  const { goTo } = useGoToMonth();
  const latest = monthOf(new Date());
  return (
    <Palette
      onClose={onClose}
      commandsFor={(typed) => [...actions, ...places, ...monthCommands({ months, latest, typed, goTo })]}
    />
  );
}

function usePlaceCommands(): PaletteCommand[] {
  const navigate = useNavigate();
  const { shown, goTo, step } = useGoToMonth();
  const group = 'Go to';
  return [
    {
      group,
      words: 'Live',
      alias: 'recordings',
      shortcut: 'g l',
      run: () => void navigate({ to: '/recordings' }),
    },
    { group, words: 'Trash', shortcut: 'g t', run: () => void navigate({ to: '/trash' }) },
    { group, words: 'Today', alias: 'this month', run: () => goTo(monthOf(new Date())) },
    ...(shown
      ? [
          { group, words: 'Previous month', shortcut: '[', run: () => step(-1) },
          { group, words: 'Next month', shortcut: ']', run: () => step(1) },
        ]
      : []),
    { group, words: 'Audit log', alias: 'changes history', run: () => void navigate({ to: '/audit' }) },
    { group, words: 'Set-up doctor', alias: 'check connection', run: () => void navigate({ to: '/doctor' }) },
    { group, words: 'Settings', alias: 'preferences', run: () => void navigate({ to: '/settings' }) },
  ];
}

function useActionCommands(): PaletteCommand[] {
  const open = useOpenDialog();
  const refresh = useRefreshShown();
  const { setColorScheme } = useMantineColorScheme();
  const isCompact = useSetting(densitySetting) === 'compact';
  const group = 'Actions';
  return [
    ...useSelectionCommands(),
    ...(refresh ? [{ group, words: 'Refresh', detail: 'read this list from Zoom again', run: refresh }] : []),
    { group, words: 'Theme: system', run: () => setColorScheme('auto') },
    { group, words: 'Theme: light', run: () => setColorScheme('light') },
    { group, words: 'Theme: dark', run: () => setColorScheme('dark') },
    {
      group,
      words: isCompact ? 'Comfortable rows' : 'Compact rows',
      alias: 'density',
      run: () => densitySetting.keep(isCompact ? 'comfortable' : 'compact'),
    },
    { group, words: 'Keyboard help', alias: 'shortcuts keys', shortcut: '?', run: () => open('help') },
  ];
}

function useSelectionCommands(): PaletteCommand[] {
  const open = useOpenDialog();
  const { shown, summary, store } = useSelection();
  const group = 'Actions';
  const loaded = shown?.sessions ?? [];
  const isSelectable = loaded.length > 0 && !shown?.filter.trash;
  return [
    ...(isSelectable
      ? [
          {
            group,
            words: 'Select all loaded rows',
            shortcut: 'mod+a',
            run: () => store.change({ add: loaded }),
          },
          { group, words: 'Select all that match', run: store.chooseMatching },
        ]
      : []),
    ...(summary.sessions > 0
      ? [
          { group, words: 'Clear the selection', shortcut: 'Escape', run: store.clear },
          { group, words: 'Export what is selected…', run: () => open('export-selected') },
        ]
      : []),
    ...(loaded.length > 0
      ? [{ group, words: 'Export all that match…', alias: 'csv json', run: () => open('export-matching') }]
      : []),
  ];
}
