/** Texts by key; those of the course only. */
export type Items = Record<string, string>;

/** What a page asks of the hub; `id` marks the answer. */
export type HubRequest = { id: number } & (
  | { kind: 'read' }
  /** No text: forget it. */
  | { kind: 'write'; key: string; text: string | null }
);

/** What the hub tells its page. */
export type HubReply =
  | { kind: 'items'; id: number; items: Items }
  | { kind: 'written'; id: number; isStored: boolean }
  /** Another page has changed something. */
  | { kind: 'changed'; key: string; text: string | null };
