import { z } from 'zod';
import { queryNumber } from './query-number.ts';
import { TrashType } from './window.ts';

/**
 * Query of `GET /api/recordings`, with Zoom's names and meaning (zoom-api.md 2.1). Zoom itself swallows
 * mistakes silently (1.5), so they are refused here. At most a month apart: 31 days.
 */
export const RecordingsQuery = z
  .strictObject({
    page_size: queryNumber({ min: 1, max: 300 }).optional(),
    next_page_token: z.string().max(2000).optional(),
    trash: z.enum(['true', 'false']).optional(),
    trash_type: TrashType.optional(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
  })
  .refine((query) => !query.from || !query.to || query.from <= query.to, {
    path: ['from'],
    error: 'must not be after to',
  });
export type RecordingsQuery = z.infer<typeof RecordingsQuery>;

const text = z.string().optional();
const count = z.number().optional();

/** Zoom's file object as we pass it on: its own words, its address replaced by ours. */
export const UpstreamFile = z.strictObject({
  id: text,
  recording_start: text,
  recording_end: text,
  file_type: text,
  file_extension: text,
  file_size: count,
  status: text,
  deleted_time: text,
  recording_type: text,
  file_name: text,
  user_id: text,
  user_key: text,
  external_storage_url: text,
  content_url: z.string(),
});
export type UpstreamFile = z.infer<typeof UpstreamFile>;

/** Zoom's session object as we pass it on. */
export const UpstreamSession = z.strictObject({
  session_id: z.string(),
  session_name: text,
  session_key: text,
  start_time: text,
  timezone: text,
  duration: count,
  total_size: count,
  recording_count: count,
  recording_files: z.array(UpstreamFile).optional(),
  participant_video_files: z.array(UpstreamFile).optional(),
  participant_audio_files: z.array(UpstreamFile).optional(),
});
export type UpstreamSession = z.infer<typeof UpstreamSession>;

/** Answer of `GET /api/recordings`: Zoom's envelope (zoom-api.md 2.5). */
export const RecordingsEnvelope = z.strictObject({
  from: text,
  to: text,
  page_size: count,
  total_records: count,
  next_page_token: z.string(),
  sessions: z.array(UpstreamSession),
});
export type RecordingsEnvelope = z.infer<typeof RecordingsEnvelope>;
