import { ActionIcon } from '@mantine/core';
import { IconChevronRight, IconPencil } from '@tabler/icons-react';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import type { Account } from '../../lib/registry/accounts';
import { type Body, type BodyNode, bodyTree, idsUnder } from '../../lib/registry/bodies';
import { useApp } from '../app/app-context';
import classes from './registry.module.css';

interface Props {
  bodies: readonly Body[];
  accounts: readonly Account[];
  /** The chosen body, or null for all. */
  chosen: string | null;
  onChoose(id: string | null): void;
  /** Opens the card of a body. */
  onOpen(id: string): void;
}

/** A line of the tree that can be seen. `id` is null for the line of all bodies. */
interface Line {
  id: string | null;
  name: string;
  depth: number;
  accounts: number;
  children: boolean;
  /** Place among its siblings, from 1, and how many they are. */
  place: number;
  siblings: number;
}

/** CSS pixels of one line; the style sheet says the same. */
const LINE_HEIGHT = 28;
/** Lines that are drawn above and below those on the screen. */
const BEYOND = 4;

/** Letters of a name that is typed belong together for so long, milliseconds. */
const TYPING_MS = 700;

/** The bodies that can be seen, top to bottom, below a line for all of them. */
function linesOf(
  nodes: readonly BodyNode[],
  folded: ReadonlySet<string>,
  counts: ReadonlyMap<string, number>,
): Line[] {
  return nodes.flatMap(({ body, depth, children }, place) => [
    {
      id: body.id,
      name: body.name,
      depth,
      accounts: counts.get(body.id) ?? 0,
      children: children.length > 0,
      // The line of all bodies is a sibling of the uppermost.
      place: depth === 0 ? place + 2 : place + 1,
      siblings: depth === 0 ? nodes.length + 1 : nodes.length,
    },
    ...(folded.has(body.id) ? [] : linesOf(children, folded, counts)),
  ]);
}

/**
 * The bodies as a tree (ARIA), of which only the lines on the screen exist: one tab stop; arrows move and choose, right and left open and fold, letters
 * find, Enter opens the card.
 */
export function BodyTree({ bodies, accounts, chosen, onChoose, onOpen }: Props) {
  const words = useApp().messages.registry.tree;
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const typed = useRef({ text: '', time: 0 });
  const name = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => {
    const own = new Map<string, number>();
    for (const { body } of accounts) own.set(body, (own.get(body) ?? 0) + 1);
    const counts = new Map(
      bodies.map(({ id }) => {
        const under = [...idsUnder(bodies, id)];
        return [id, under.reduce((sum, body) => sum + (own.get(body) ?? 0), 0)];
      }),
    );
    const nodes = bodyTree(bodies);
    const all: Line = {
      id: null,
      name: words.all,
      depth: 0,
      accounts: accounts.length,
      children: false,
      place: 1,
      siblings: nodes.length + 1,
    };
    return [all, ...linesOf(nodes, folded, counts)];
  }, [bodies, accounts, folded, words]);
  const at = Math.max(
    0,
    lines.findIndex(({ id }) => id === chosen),
  );
  const idOf = (id: string | null) => `${name}-${id ?? 'all'}`;
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: BEYOND,
    initialRect: { width: 0, height: innerHeight },
    getItemKey: (index) => lines[index]?.id ?? 'all',
    // Where the keyboard is there must be an element, wherever the tree was scrolled to.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), at])],
  });

  const go = (to: number) => {
    const line = lines[Math.max(0, Math.min(lines.length - 1, to))];
    if (!line) return;
    onChoose(line.id);
    virtual.scrollToIndex(lines.indexOf(line), { align: 'auto' });
  };
  const fold = (id: string, shut: boolean) =>
    setFolded((known) => {
      const next = new Set(known);
      if (shut) next.add(id);
      else next.delete(id);
      return next;
    });
  /** Goes to the line above that this one stands under. */
  const goUp = () => {
    const depth = lines[at]?.depth ?? 0;
    for (let place = at - 1; place >= 0; place -= 1)
      if ((lines[place]?.depth ?? 0) < depth) return go(place);
  };
  const find = (letter: string, time: number) => {
    const before = time - typed.current.time < TYPING_MS ? typed.current.text : '';
    // The same letter again goes on to the next name that begins with it.
    const again = before === letter;
    const text = again ? letter : before + letter;
    typed.current = { text, time };
    const from = text.length > 1 ? at : at + 1;
    const order = [...lines.keys()].map((place) => (from + place) % lines.length);
    const found = order.find((place) => lines[place]?.name.toLowerCase().startsWith(text));
    if (found !== undefined) go(found);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const line = lines[at];
    if (!line) return;
    const open = line.children && line.id !== null && !folded.has(line.id);
    switch (event.key) {
      case 'ArrowDown':
        go(at + 1);
        break;
      case 'ArrowUp':
        go(at - 1);
        break;
      case 'Home':
        go(0);
        break;
      case 'End':
        go(lines.length - 1);
        break;
      case 'ArrowRight':
        if (open) go(at + 1);
        else if (line.children && line.id !== null) fold(line.id, false);
        break;
      case 'ArrowLeft':
        if (open && line.id !== null) fold(line.id, true);
        else goUp();
        break;
      case 'Enter':
        if (line.id !== null) onOpen(line.id);
        break;
      default:
        if (event.key.length !== 1) return;
        find(event.key.toLowerCase(), event.timeStamp);
    }
    event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      role="tree"
      className={classes.tree}
      tabIndex={0}
      aria-label={words.label}
      aria-activedescendant={idOf(lines[at]?.id ?? null)}
      onKeyDown={onKeyDown}
    >
      <div className={classes.lines} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          return (
            line && (
              <TreeLine
                key={line.id ?? 'all'}
                line={line}
                elementId={idOf(line.id)}
                top={start}
                isChosen={line.id === chosen}
                isFolded={line.id !== null && folded.has(line.id)}
                onChoose={onChoose}
                onFold={fold}
                onOpen={onOpen}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

interface LineProps extends Pick<Props, 'onChoose' | 'onOpen'> {
  line: Line;
  elementId: string;
  /** From the top of the tree, CSS pixels. */
  top: number;
  isChosen: boolean;
  isFolded: boolean;
  onFold(id: string, shut: boolean): void;
}

function TreeLine(props: LineProps) {
  const { line, elementId, top, isChosen, isFolded, onChoose, onFold, onOpen } = props;
  const words = useApp().messages.registry.tree;
  const { id, name, depth, accounts, children, place, siblings } = line;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree answers the keys of its lines
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus and names its line
    <div
      id={elementId}
      role="treeitem"
      className={classes.line}
      style={{
        paddingInlineStart: `${0.25 + depth * 0.8}rem`,
        transform: `translateY(${top}px)`,
      }}
      aria-level={depth + 1}
      aria-posinset={place}
      aria-setsize={siblings}
      aria-selected={isChosen}
      aria-expanded={children ? !isFolded : undefined}
      aria-label={`${name}, ${words.accounts(accounts)}`}
      onClick={() => onChoose(id)}
      onDoubleClick={() => id !== null && onOpen(id)}
    >
      {children && id !== null ? (
        // biome-ignore lint/a11y/useKeyWithClickEvents: left and right do the same
        // biome-ignore lint/a11y/noStaticElementInteractions: see above
        <span
          className={classes.fold}
          data-open={!isFolded || undefined}
          onClick={(event) => {
            event.stopPropagation();
            onFold(id, !isFolded);
          }}
        >
          <IconChevronRight size={14} aria-hidden="true" />
        </span>
      ) : (
        <span className={classes.fold} />
      )}
      <span className={classes.lineName} title={name}>
        {name}
      </span>
      {id !== null && (
        <ActionIcon
          className={classes.lineEdit ?? ''}
          size="xs"
          variant="subtle"
          color="gray"
          tabIndex={-1}
          aria-label={words.edit(name)}
          onClick={(event) => {
            event.stopPropagation();
            onOpen(id);
          }}
        >
          <IconPencil size={13} aria-hidden="true" />
        </ActionIcon>
      )}
      <span className={classes.lineCount}>{accounts}</span>
    </div>
  );
}
