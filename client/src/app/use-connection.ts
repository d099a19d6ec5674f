import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type Connection, startLiveUpdates } from './live-updates.ts';

/** Keeps the page true by the server's events while it is shown; says whether they arrive. */
export function useConnection(): Connection {
  const queryClient = useQueryClient();
  const [connection, setConnection] = useState<Connection>('open');
  useEffect(() => startLiveUpdates({ queryClient, onConnection: setConnection }), [queryClient]);
  return connection;
}
