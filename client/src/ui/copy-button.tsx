import { Button } from '@mantine/core';
import { useState } from 'react';
import { messages } from '../lib/messages.ts';

/** Puts `text` on the clipboard and says so; says nothing where the browser forbids it. */
export function CopyButton({ text }: { text: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return (
    <Button variant="subtle" size="compact-sm" onClick={() => void copy()}>
      {copied ? messages.copied : messages.copy}
    </Button>
  );
}
