import type { Moment, MomentsPage } from '@matinee/server/contract';

/** A line of a transcript, but for what a test says. */
export function testMoment(parts: Partial<Moment> = {}): Moment {
  return {
    session: { id: 'one', name: 'Weekly standup', startTime: '2026-03-20T14:05:00.000Z' },
    fileId: 'transcript',
    kind: 'transcript',
    lineIndex: 3,
    sessionSeconds: 13.1,
    startSeconds: 13.1,
    speaker: 'Noor',
    text: 'How is the ankle since Monday?',
    before: 'Lovely.',
    after: 'Better.',
    matches: [{ start: 11, end: 16 }],
    ...parts,
  };
}

/** An answer with these lines that has no more, of a library that is wholly read, but for what a test says. */
export function testMoments(moments: Moment[], parts: Partial<MomentsPage> = {}): MomentsPage {
  const indexing = { state: 'done', files: 1500, indexed: 1500, failed: 0 } as const;
  return { moments, nextCursor: null, indexing, ...parts };
}
