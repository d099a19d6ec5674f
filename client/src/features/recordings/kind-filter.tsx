import { Button, Menu } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import { fileKinds } from '../../lib/file-kinds.ts';
import { KindIcon } from '../../ui/session-cells/kind-icon.tsx';

interface KindFilterProps {
  /** Comma list of kinds; empty: any. */
  type: string;
  onType: (type: string) => void;
}

/** Narrows the list to sessions that have a file of one of the ticked kinds. */
export function KindFilter({ type, onType }: KindFilterProps) {
  const chosen = type ? type.split(',') : [];
  return (
    <Menu position="bottom-start" shadow="md" withinPortal={false}>
      <Menu.Target>
        <Button variant="default" size="compact-md" rightSection={<ChevronDown size={16} aria-hidden />}>
          {labelOf(chosen)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {fileKinds.map(({ kind, one }) => (
          <Menu.CheckboxItem
            key={kind}
            checked={chosen.includes(kind)}
            onChange={() => onType(toggled({ chosen, kind }))}
            rightSection={<KindIcon kind={kind} />}
          >
            {capitalised(one)}
          </Menu.CheckboxItem>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => onType('')} disabled={chosen.length === 0}>
          Any file
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The kinds with one ticked or not, always in the same order, so that the same filter has one address. */
function toggled({ chosen, kind }: { chosen: readonly string[]; kind: string }): string {
  const wanted = chosen.includes(kind) ? chosen.filter((other) => other !== kind) : [...chosen, kind];
  return fileKinds.flatMap((known) => (wanted.includes(known.kind) ? [known.kind] : [])).join(',');
}

function labelOf(chosen: readonly string[]): string {
  const words = fileKinds.flatMap(({ kind, one }) => (chosen.includes(kind) ? [one] : []));
  if (words.length === 0) return 'Any file';
  return words.length > 2 ? `${words.length} kinds of file` : capitalised(words.join(' or '));
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
