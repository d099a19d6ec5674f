import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useRef, useState } from 'react';
import { useSelection } from '../lib/selection/use-selection.ts';
import { useShortcuts } from '../lib/use-shortcuts.ts';
import styles from './search-box.module.css';

/** A person has stopped typing after this long. */
const typingMs = 250;
const longestSearch = 500;

/** Searches the list on screen as one types; from any other page, the recordings. `/` comes here, Esc empties it. */
export function SearchBox() {
  const input = useRef<HTMLInputElement>(null);
  const { pathname } = useLocation();
  const { text, applied, type, clear, applyNow } = useTypedSearch(pathname);
  const { summary } = useSelection();
  const hasSelection = pathname === '/recordings' && summary.sessions > 0;

  useShortcuts({
    '/': () => {
      input.current?.focus();
      input.current?.select();
    },
    // The last of the levels that Esc goes back by: whatever lay on top has taken the key already.
    ...(applied && !hasSelection && { Escape: clear }),
  });

  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not known to every browser yet, nor to the tests'.
    <form role="search" className={styles.search} onSubmit={(event) => event.preventDefault()}>
      <TextInput
        ref={input}
        type="text"
        aria-label="Search sessions by name, id or key"
        placeholder={pathname === '/trash' ? 'Search sessions…' : 'Search sessions and words…'}
        value={text}
        maxLength={longestSearch}
        leftSection={<Search size={16} aria-hidden />}
        rightSection={
          text ? (
            <CloseButton size={24} aria-label="Clear search" onClick={clear} />
          ) : (
            <kbd className={styles.hint} aria-hidden>
              /
            </kbd>
          )
        }
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') applyNow();
          if (event.key !== 'Escape') return;
          if (text === '') input.current?.blur();
          else clear();
        }}
      />
    </form>
  );
}

/** What is in the box, and what of it the address says already; typing is applied when it has come to rest. */
function useTypedSearch(pathname: string) {
  const applied = useSearch({ strict: false, select: (search) => search.q ?? '' });
  const search = useSearchFor(pathname);
  const [typed, setTyped] = useState({ text: applied, applied });
  // The address may change without typing: Back, a link, "Clear search".
  if (typed.applied !== applied)
    setTyped({ text: typed.text.trim() === applied ? typed.text : applied, applied });
  const searchSoon = useDebouncedCallback(search, typingMs);

  return {
    text: typed.text,
    applied,
    type(text: string): void {
      setTyped({ text, applied });
      searchSoon(text);
    },
    clear(): void {
      setTyped({ text: '', applied });
      searchSoon.cancel();
      search('');
    },
    applyNow: searchSoon.flush,
  };
}

/** Writes a search into the address: of the list on screen without a step for Back, else of the recordings with one. */
function useSearchFor(pathname: string): (text: string) => void {
  const navigate = useNavigate();
  return (text) => {
    const q = text.trim() || undefined;
    if (pathname === '/recordings' || pathname === '/trash') {
      void navigate({
        to: pathname,
        search: (before: object) => ({ ...before, q }),
        replace: true,
        resetScroll: true,
      });
    } else if (q) {
      void navigate({ to: '/recordings', search: { q } });
    }
  };
}
