import type { ReactNode } from 'react';
import { laneMessages } from './lane-messages.ts';
import { LaneNotices } from './lane-notices.tsx';
import type { Lanes } from './lanes.ts';
import { type LaneProps, LineLane } from './line-lane.tsx';

/** Who spoke when, as a list. `children` is the same as a picture, where there is no room for it elsewhere. */
export function TimelineLane({
  lanes,
  children,
  ...props
}: LaneProps & { lanes: Lanes; children?: ReactNode }) {
  const { timeline, people } = lanes;
  return (
    <>
      <LaneNotices lane={timeline} />
      {timeline.lines.length > 0 && (
        <>
          {children}
          <LineLane
            hasSearch={false}
            label={laneMessages.timeline}
            lines={timeline.lines}
            people={people}
            {...props}
          />
        </>
      )}
    </>
  );
}
