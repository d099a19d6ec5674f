import type { Change, ChangeItem, ChangeItems } from '@matinee/server/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getJson } from '../../lib/http.ts';
import { messages } from '../../lib/messages.ts';
import styles from './activity.module.css';

/** The items that Zoom refused, or nobody knows of, each with its reason. */
export function RefusedItems({ change, isOpened }: { change: Change; isOpened: boolean }) {
  const [isOpen, setOpen] = useState(isOpened);
  const { failed, unknown } = change.counts;
  const { data } = useQuery({
    queryKey: ['change-items', change.id, failed, unknown],
    queryFn: () => loadRefused(change),
    enabled: isOpen,
  });
  return (
    <details className={styles.refused} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{failed + unknown} not done</summary>
      <ul className={styles.items}>
        {data?.map((item) => (
          <li key={item.index} className={styles.item}>
            <bdi>{item.name?.trim() || messages.untitled}</bdi>
            {item.label && ` · ${item.label}`}
            <span className={styles.reason}>{reasonOf(item)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

async function loadRefused({ id, counts }: Change): Promise<ChangeItem[]> {
  const states = [...(counts.failed > 0 ? ['failed'] : []), ...(counts.unknown > 0 ? ['unknown'] : [])];
  const answers = await Promise.all(
    states.map((state) => getJson<ChangeItems>(`/api/changes/${id}/items?state=${state}&limit=300`)),
  );
  return answers.flatMap(({ items }) => items);
}

function reasonOf({ problem, state }: ChangeItem): string {
  if (problem) return [`${problem.title}.`, problem.detail].filter(Boolean).join(' ');
  return state === 'unknown' ? 'Zoom’s answer was lost.' : '';
}
