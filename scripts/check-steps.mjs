/** What `npm run check` asks of the code, besides its tests. Each row: title and command. */
export const checkSteps = [
  ['types of the server', ['tsc', '-p', 'server']],
  ['types of the client', ['tsc', '-p', 'client']],
  ['types of the browser tests', ['tsc', '-p', 'e2e']],
  ['lint and format', ['biome', 'ci', '--error-on-warnings', '.']],
  ['arrows', ['depcruise', '--config', '.dependency-cruiser.json', 'server/src', 'client/src']],
  ['dead code', ['knip']],
  ['bundle size', ['size-limit']],
];
