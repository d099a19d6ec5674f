import { ActionIcon, Button, Loader, Popover } from '@mantine/core';
import type { Months } from '@matinee/server/contract';
import { CalendarDays, ChevronDown, ChevronLeft, ChevronRight } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { addMonths, compareMonths, formatMonth, type Month } from '../../lib/month.ts';
import { useShortcuts } from '../../lib/use-shortcuts.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import styles from './month-nav.module.css';

// The calendar and its date library are needed only by those who open it.
const MonthPanel = lazy(async () => ({ default: (await import('./month-panel.tsx')).MonthPanel }));

interface MonthNavProps {
  month: Month | 'all';
  /** The current UTC month: there are no recordings after it. */
  latest: Month;
  months: Months;
  onMonth: (month: Month | 'all') => void;
}

/** Which month is on screen, the ones beside it, and the way to any other. */
export function MonthNav({ month, latest, months, onMonth }: MonthNavProps) {
  const [isOpen, setIsOpen] = useState(false);
  const anchor = month === 'all' ? latest : month;
  const earlier = month === 'all' ? latest : addMonths(anchor, -1);
  const later = addMonths(anchor, 1);
  const hasLater = month !== 'all' && compareMonths(later, latest) <= 0;
  useShortcuts({ '[': () => onMonth(earlier), ']': () => hasLater && onMonth(later) });

  function choose(next: Month | 'all'): void {
    setIsOpen(false);
    onMonth(next);
  }

  const title = month === 'all' ? 'All months' : formatMonth(month);
  return (
    <div className={styles.nav}>
      <PageHeading title={`Recordings, ${title}`} className={styles.heading}>
        <span className="visually-hidden">Recordings, </span>
        {title} {month !== 'all' && <span className={styles.zone}>UTC</span>}
      </PageHeading>
      <StepButton label={`Previous month, ${formatMonth(earlier)}`} onClick={() => onMonth(earlier)}>
        <ChevronLeft size={18} aria-hidden />
      </StepButton>
      <StepButton
        label={hasLater ? `Next month, ${formatMonth(later)}` : 'Next month'}
        onClick={() => onMonth(later)}
        isDisabled={!hasLater}
      >
        <ChevronRight size={18} aria-hidden />
      </StepButton>
      <Popover
        opened={isOpen}
        onChange={setIsOpen}
        trapFocus
        returnFocus
        position="bottom-start"
        shadow="md"
        withinPortal={false}
      >
        <Popover.Target>
          <Button
            variant="default"
            size="compact-md"
            leftSection={<CalendarDays size={16} aria-hidden />}
            rightSection={<ChevronDown size={16} aria-hidden />}
            onClick={() => setIsOpen((before) => !before)}
          >
            <span className={styles.pick}>Pick month</span>
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label="Pick a month">
          <Suspense fallback={<Loader size="sm" aria-label="Loading the calendar" />}>
            <MonthPanel month={month} latest={latest} months={months} onMonth={choose} />
          </Suspense>
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}

interface StepButtonProps {
  label: string;
  onClick: () => void;
  isDisabled?: boolean;
  children: React.ReactNode;
}

function StepButton({ label, onClick, isDisabled = false, children }: StepButtonProps) {
  return (
    <ActionIcon
      variant="default"
      size={32}
      aria-label={label}
      title={label}
      onClick={onClick}
      disabled={isDisabled}
    >
      {children}
    </ActionIcon>
  );
}
