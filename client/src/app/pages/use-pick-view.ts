import { useEffect, useState } from 'react';
import { type StageChoice, toViewParam } from '../../features/session/stage.ts';
import type { ViewLane } from '../../features/session/view-lanes.ts';
import type { View } from '../../features/session/views.ts';
import type { Room } from './use-room.ts';
import { useSessionAddress } from './use-session-address.ts';

interface PickOptions {
  choice: StageChoice;
  current: ViewLane | null;
  room: Room;
  onPick: () => void;
}

/** The two ways to choose what is played: a view, which keeps the moment, or a file, which may have to begin at its own start. */
export function usePickView({ choice, current, room, onPick }: PickOptions) {
  const change = useSessionAddress();
  const { clock, timeline } = room;
  /** Where to go as soon as that lane is in the player. */
  const [target, setTarget] = useState<{ lane: string; seconds: number } | null>(null);
  const name = current?.name;
  useEffect(() => {
    if (target === null || target.lane !== name) return;
    setTarget(null);
    clock.seek(target.seconds);
  }, [target, name, clock]);
  const pickView = (view: ViewLane) => {
    onPick();
    change({ view: toViewParam(choice, view) });
  };
  const pickFile = ({ file }: View) => {
    const lane = [...choice.views, ...choice.people].find(({ files }) => files.includes(file));
    if (!lane) return change({ view: file.id });
    const { startSeconds, endSeconds } = timeline.spanOf(file.id);
    const isHeld = startSeconds <= clock.now() && clock.now() < (endSeconds ?? Number.POSITIVE_INFINITY);
    if (!isHeld) setTarget({ lane: lane.name, seconds: startSeconds });
    pickView(lane);
  };
  return { pickView, pickFile };
}
