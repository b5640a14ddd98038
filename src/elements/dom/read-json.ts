/** The data that the course's page holds for an element, written by `JsonScript.astro`. */
export function readJson<Data>(within: ParentNode, name: string): Data {
  return JSON.parse(within.querySelector(`[data-${name}]`)!.textContent) as Data;
}
