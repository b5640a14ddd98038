/**
 * Makes a function that loads something once a key: whoever asks meanwhile or later shares it. What
 * failed is forgotten, so that the next call tries again.
 */
export function once<Result>(
  load: (key: string) => Promise<Result>,
): (key: string) => Promise<Result> {
  const loads = new Map<string, Promise<Result>>();
  return (key) => {
    let result = loads.get(key);
    if (!result) {
      result = load(key);
      loads.set(key, result);
      result.catch(() => loads.delete(key));
    }
    return result;
  };
}
