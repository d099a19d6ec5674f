import type { FileLines } from '@matinee/server/contract';
import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../../lib/http.ts';

/** A side file as the server parsed it. What a file holds never changes, so it is asked for once. */
export function linesQuery(fileId: string) {
  return queryOptions({
    queryKey: ['lines', fileId],
    queryFn: ({ signal }) => getJson<FileLines>(`/api/files/${encodeURIComponent(fileId)}/lines`, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
