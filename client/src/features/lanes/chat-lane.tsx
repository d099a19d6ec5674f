import { useState } from 'react';
import { LaneChoice } from './lane-choice.tsx';
import { laneMessages } from './lane-messages.ts';
import { LaneNotices } from './lane-notices.tsx';
import type { Lanes } from './lanes.ts';
import { type LaneProps, LineLane } from './line-lane.tsx';

const extents = [
  { value: 'all', words: laneMessages.all },
  { value: 'now', words: laneMessages.upToNow },
] as const;

/** What was typed: all of it, or as it came. */
export function ChatLane({ lanes, ...props }: LaneProps & { lanes: Lanes }) {
  const [extent, setExtent] = useState<(typeof extents)[number]['value']>('all');
  const { chat, people } = lanes;
  return (
    <>
      <LaneNotices lane={chat} />
      {chat.lines.length > 0 && (
        <LineLane
          label={laneMessages.chat}
          lines={chat.lines}
          people={people}
          isUpToNow={extent === 'now'}
          controls={
            <LaneChoice label={laneMessages.show} choices={extents} value={extent} onChange={setExtent} />
          }
          {...props}
        />
      )}
    </>
  );
}
