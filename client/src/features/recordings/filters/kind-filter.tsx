import { fileKinds } from '../../../lib/file-kinds.ts';
import { KindIcon } from '../../../ui/session-cells/kind-icon.tsx';
import { ChoiceFilter } from './choice-filter.tsx';
import { capitalised, kindWords } from './filter-words.ts';

interface KindFilterProps {
  /** Comma list of kinds; empty: any. */
  type: string;
  onType: (type: string) => void;
}

const choices = fileKinds.map(({ kind, one }) => ({
  value: kind,
  words: capitalised(one),
  icon: <KindIcon kind={kind} />,
}));

/** Narrows the list to sessions that have a file of one of the ticked kinds. */
export function KindFilter({ type, onType }: KindFilterProps) {
  return (
    <ChoiceFilter
      name="File"
      anyWords="Any file"
      choices={choices}
      value={type}
      words={kindWords(type)}
      onValue={onType}
    />
  );
}
