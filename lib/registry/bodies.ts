import { v7 as uuidv7 } from 'uuid';
import * as z from 'zod/mini';
import { byName } from './by-name';
import type { Registry } from './database';
import {
  addressSchema,
  namedSchema,
  noteSchema,
  profileIdSchema,
  revisionSchema,
  rowIdSchema,
} from './fields';

/** A public body: the government, a ministry, a town, and what is subordinate to them. */
export const bodySchema = z.object({
  id: rowIdSchema,
  revision: revisionSchema,
  /** The body that it is subordinate to; null at the top. */
  parent: z.nullable(rowIdSchema),
  name: namedSchema,
  /** Kind of body in the regulation profile, which sets the weekly norm. */
  kind: profileIdSchema,
  /** Its own official site; empty when unknown. */
  site: addressSchema,
  note: noteSchema,
});
export type Body = z.infer<typeof bodySchema>;

/** A body of which nothing is known but its kind, see `bodySchema`. */
export function blankBody(kind: string): Body {
  return { id: uuidv7(), revision: 1, parent: null, name: '', kind, site: '', note: '' };
}

/** Every body, in alphabetical order. */
export async function listBodies(registry: Registry): Promise<Body[]> {
  return (await registry.bodies.toArray()).sort(byName);
}

/** A body with what is subordinate to it. */
export interface BodyNode {
  body: Body;
  /** 0 at the top. */
  depth: number;
  children: BodyNode[];
}

/**
 * The bodies as a tree, siblings in the order given. A body whose superior is unknown, or that is its
 * own superior by a circle, stands at the top: none is ever lost from sight.
 */
export function bodyTree(bodies: readonly Body[]): BodyNode[] {
  const known = new Map(bodies.map((body) => [body.id, body]));
  const isRoot = (body: Body) => body.parent === null || !known.has(body.parent);
  const placed = new Set<string>();
  const nodeOf = (body: Body, depth: number): BodyNode => {
    placed.add(body.id);
    const children = bodies.filter(({ id, parent }) => parent === body.id && !placed.has(id));
    return { body, depth, children: children.map((child) => nodeOf(child, depth + 1)) };
  };
  const roots = bodies.filter(isRoot).map((body) => nodeOf(body, 0));
  for (const body of bodies) if (!placed.has(body.id)) roots.push(nodeOf(body, 0));
  return roots;
}

/** The body and all that are below it. */
export function idsUnder(bodies: readonly Body[], id: string): Set<string> {
  const under = new Set([id]);
  for (let size = 0; size !== under.size; ) {
    size = under.size;
    for (const body of bodies)
      if (body.parent !== null && under.has(body.parent)) under.add(body.id);
  }
  return under;
}
