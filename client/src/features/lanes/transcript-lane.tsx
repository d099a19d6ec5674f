import { useState } from 'react';
import { LaneChoice } from './lane-choice.tsx';
import { laneMessages } from './lane-messages.ts';
import { LaneNotices } from './lane-notices.tsx';
import type { Lane, Lanes } from './lanes.ts';
import { type LaneProps, LineLane } from './line-lane.tsx';

const sources = [
  { value: 'transcript', words: laneMessages.transcript },
  { value: 'captions', words: laneMessages.captions },
] as const;

type Source = (typeof sources)[number]['value'];

/** What was said. Captions stand in for a transcript, and can be read beside it: they are often the same words without names. */
export function TranscriptLane({ lanes, ...props }: LaneProps & { lanes: Lanes }) {
  const [asked, setAsked] = useState<Source | null>(null);
  const { transcript, captions } = lanes;
  const hasBoth = transcript.files.length > 0 && captions.files.length > 0;
  const source = asked ?? defaultSource(transcript, captions);
  const lane = lanes[source];
  const choice = hasBoth && (
    <LaneChoice label={laneMessages.source} choices={sources} value={source} onChange={setAsked} />
  );
  return (
    <>
      <LaneNotices lane={lane} />
      {lane.lines.length > 0 ? (
        <LineLane
          key={source}
          label={source === 'transcript' ? laneMessages.transcript : laneMessages.captions}
          lines={lane.lines}
          people={lanes.people}
          controls={choice}
          {...props}
        />
      ) : (
        choice
      )}
    </>
  );
}

/** The transcript, unless captions alone have something to say. */
function defaultSource(transcript: Lane, captions: Lane): Source {
  const isEmpty = transcript.lines.length === 0 && !transcript.isLoading && transcript.troubles.length === 0;
  return isEmpty && captions.files.length > 0 ? 'captions' : 'transcript';
}
