import type { ListName } from '../catalog/rows.ts';
import type {
  RecordingsEnvelope,
  RecordingsQuery,
  UpstreamFile,
  UpstreamSession,
} from '../contract/index.ts';
import type { ListRecordingsQuery, ZoomClient } from '../zoom/client.ts';
import type { LandAnswer, LandedAnswer, LandedFile } from './land-answer.ts';
import { trashList } from './window-key.ts';

export function createListUpstream(deps: {
  zoom: Pick<ZoomClient, 'listRecordings'>;
  landAnswer: LandAnswer;
}) {
  const { zoom, landAnswer } = deps;

  /**
   * Zoom's own list, one page, in its words. The catalog learns what it shows, so that every `content_url` works; every
   * field is named here, so that none passes that we do not know.
   *
   * @throws zoom's errors.
   */
  return async function listUpstream(query: RecordingsQuery): Promise<RecordingsEnvelope> {
    const page = await zoom.listRecordings(toZoomQuery(query), { urgency: 'person' });
    const answers = await landAnswer({ sessions: page.sessions, list: listOf(query) });
    return {
      from: page.from,
      to: page.to,
      page_size: page.pageSize,
      total_records: page.totalRecords,
      next_page_token: page.nextPageToken,
      sessions: answers.map(toUpstreamSession),
    };
  };
}

function toZoomQuery(query: RecordingsQuery): ListRecordingsQuery {
  return {
    ...(query.page_size === undefined ? {} : { pageSize: query.page_size }),
    ...(query.next_page_token === undefined ? {} : { nextPageToken: query.next_page_token }),
    ...(query.trash === undefined ? {} : { trash: query.trash === 'true' }),
    ...(query.trash_type === undefined ? {} : { trashType: query.trash_type }),
    ...(query.from === undefined ? {} : { from: query.from }),
    ...(query.to === undefined ? {} : { to: query.to }),
  };
}

/** Without a type, Zoom lists the sessions trashed whole (zoom-api.md 2.1). */
function listOf(query: RecordingsQuery): ListName {
  return query.trash === 'true' ? trashList(query.trash_type ?? 'session_recordings') : 'live';
}

function toUpstreamSession({ session, files }: LandedAnswer): UpstreamSession {
  const upstreamFiles = files.map(toUpstreamFile);
  const videosFrom = session.recording_files.length;
  const audiosFrom = videosFrom + session.participant_video_files.length;
  const videos = upstreamFiles.slice(videosFrom, audiosFrom);
  const audios = upstreamFiles.slice(audiosFrom);
  return {
    session_id: session.session_id,
    session_name: session.session_name,
    session_key: session.session_key,
    start_time: session.start_time,
    timezone: session.timezone,
    duration: session.duration,
    total_size: session.total_size,
    recording_count: session.recording_count,
    recording_files: upstreamFiles.slice(0, videosFrom),
    ...(videos.length === 0 ? {} : { participant_video_files: videos }),
    ...(audios.length === 0 ? {} : { participant_audio_files: audios }),
  };
}

function toUpstreamFile({ id, zoomFile }: LandedFile): UpstreamFile {
  return {
    id: zoomFile.id,
    recording_start: zoomFile.recording_start,
    recording_end: zoomFile.recording_end,
    file_type: zoomFile.file_type,
    file_extension: zoomFile.file_extension,
    file_size: zoomFile.file_size,
    recording_type: zoomFile.recording_type,
    status: zoomFile.status,
    deleted_time: zoomFile.deleted_time,
    file_name: zoomFile.file_name,
    user_id: zoomFile.user_id,
    user_key: zoomFile.user_key,
    external_storage_url: zoomFile.external_storage_url,
    content_url: `/api/files/${id}/content`,
  };
}
