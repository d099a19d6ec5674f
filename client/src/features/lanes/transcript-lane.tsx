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

export interface TranscriptLaneProps extends LaneProps {
  lanes: Lanes;
  /** The captions are asked for, where the session has any. */
  isCaptions: boolean;
  onCaptions: (isWanted: boolean) => void;
}

/** What was said. Captions stand in for a transcript, and can be read beside it: they are often the same words without names. */
export function TranscriptLane({ lanes, isCaptions, onCaptions, ...props }: TranscriptLaneProps) {
  // Where captions stand in, the transcript must be asked for to be shown, empty as it is.
  const [isTranscriptAsked, setTranscriptAsked] = useState(false);
  const { transcript, captions } = lanes;
  const hasBoth = transcript.files.length > 0 && captions.files.length > 0;
  const wanted = isTranscriptAsked ? 'transcript' : defaultSource(transcript, captions);
  const source: Source = isCaptions && captions.files.length > 0 ? 'captions' : wanted;
  const lane = lanes[source];
  const choose = (next: Source) => {
    setTranscriptAsked(next === 'transcript');
    onCaptions(next === 'captions');
  };
  const choice = hasBoth && (
    <LaneChoice label={laneMessages.source} choices={sources} value={source} onChange={choose} />
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
