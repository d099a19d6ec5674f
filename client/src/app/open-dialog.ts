import { createContext, useContext } from 'react';

/** The layers that can be opened from anywhere. */
export type DialogName = 'palette' | 'help' | 'export-selected' | 'export-matching';

/** Opens a layer; the layout provides the way. */
export const OpenDialogContext = createContext<(name: DialogName) => void>(() => {});

/** The way to open a layer. */
export function useOpenDialog(): (name: DialogName) => void {
  return useContext(OpenDialogContext);
}
