import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync } from 'oxc-parser';

/** Names by which one workspace imports another, and the file each stands for. */
const workspaceFiles = { '@matinee/server/contract': 'server/src/contract/index.ts' };

function toTarget(file, specifier) {
  if (specifier in workspaceFiles) return workspaceFiles[specifier];
  return specifier.startsWith('.') ? join(dirname(file), specifier) : `npm:${specifier}`;
}

/**
 * The imports of one TypeScript file, from the repository's root: static, re-exported and dynamic ones.
 * @param {string} file Path from the root.
 * @returns {{ target: string, isType: boolean }[]} `target` is a path from the root, or `npm:` and a package.
 */
export function readImports(file) {
  const source = readFileSync(file, 'utf8');
  const { module, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`);
  const isType = (entries) => entries.length > 0 && entries.every((entry) => entry.isType);
  const imports = module.staticImports.map(({ moduleRequest, entries }) => ({
    specifier: moduleRequest.value,
    isType: isType(entries),
  }));
  const exports = module.staticExports.flatMap(({ entries }) =>
    entries
      .filter((entry) => entry.moduleRequest)
      .map((entry) => ({ specifier: entry.moduleRequest.value, isType: entry.isType })),
  );
  // A computed dynamic import cannot be judged, so it is no string and lands on no room.
  const dynamic = module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
    specifier: source.slice(start, end).replaceAll(/^['"`]|['"`]$/g, ''),
    isType: false,
  }));
  return [...imports, ...exports, ...dynamic].map(({ specifier, isType }) => ({
    target: toTarget(file, specifier),
    isType,
  }));
}
