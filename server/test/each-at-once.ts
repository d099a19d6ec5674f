/** Eight at a time: thousands of requests one after the other would only wait for each other. */
const atOnce = 8;

/** Does something with every item, some at a time; the first failure ends it. */
export async function eachAtOnce<Item>(
  items: readonly Item[],
  act: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const work = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
